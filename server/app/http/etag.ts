import { ProblemError } from './problem.ts';

/** The ETag of a version. */
export function etag(version: string): string {
  return `"${version}"`;
}

/** Raises 428 without `If-Match`. */
export function needsMatch(ifMatch: string | undefined): asserts ifMatch is string {
  if (ifMatch === undefined) throw new ProblemError('if-match-needed');
}

/** Raises 412 with what is stored where `ifMatch` is not the ETag of its version. */
export function checkMatch(ifMatch: string, version: string, current: object): void {
  if (ifMatch.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag(version))) return;
  throw new ProblemError('changed-meanwhile', { current, headers: { ETag: etag(version) } });
}
