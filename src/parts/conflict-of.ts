import { ApiProblem } from '../api/request.ts';
import type { Stored } from '../api/stored.ts';

/** What somebody else has saved meanwhile: it comes with the refusal, and with the ETag to save against. Null for other errors. */
export function conflictOf<Settings>(error: unknown): Stored<Settings> | null {
  return error instanceof ApiProblem && error.problem === 'changed-meanwhile' ? { settings: error.current as Settings, etag: error.etag } : null;
}
