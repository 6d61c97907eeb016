import * as z from 'zod/mini';
import type { FieldError } from '../../../contract/problems.ts';
import { receive, type Received } from '../secrets/received.ts';
import { ProblemError } from './problem.ts';

const usualLimit = 256 * 1024;

/** The JSON body of a request, checked by its contract, without the members that only a read has, its secrets hidden; `limit` in bytes, 256 KiB where nothing is said. Raises 413, 415, `invalid-json`, or 422 with every wrong field. */
export async function readBody<Schema extends z.core.$ZodType>(request: Request, schema: Schema, readOnly: readonly string[] | ((value: Record<string, unknown>) => readonly string[]) = [], limit = usualLimit): Promise<Received<z.output<Schema>>> {
  const value = await readJson(request, limit);
  if (isObject(value)) for (const name of typeof readOnly === 'function' ? readOnly(value) : readOnly) delete value[name];
  return checked(schema, value);
}

/** A value checked by its contract, its secrets hidden. Raises 422 with every wrong field. */
export function checked<Schema extends z.core.$ZodType>(schema: Schema, value: unknown): Received<z.output<Schema>> {
  const parsed = z.safeParse(schema, value);
  if (!parsed.success) throw new ProblemError('invalid', { errors: fieldErrors(parsed.error.issues) });
  return receive(parsed.data);
}

/** The JSON body where one may be left out: `{}` then. */
export async function readOptionalBody<Schema extends z.core.$ZodType>(request: Request, schema: Schema): Promise<Received<z.output<Schema>>> {
  if (request.headers.has('Content-Type')) return readBody(request, schema);
  if ((await readText(request, usualLimit)) !== '') throw new ProblemError('unsupported-media-type');
  return receive(z.parse(schema, {}));
}

async function readJson(request: Request, limit: number): Promise<unknown> {
  const type = request.headers.get('Content-Type')?.split(';')[0]?.trim().toLowerCase();
  if (type !== 'application/json') throw new ProblemError('unsupported-media-type');
  const text = await readText(request, limit);
  try {
    return JSON.parse(text);
  } catch {
    throw new ProblemError('invalid-json');
  }
}

async function readText(request: Request, limit: number): Promise<string> {
  if (Number(request.headers.get('Content-Length') ?? 0) > limit) throw new ProblemError('too-large');
  const decoder = new TextDecoder();
  let text = '';
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength;
    if (size > limit) throw new ProblemError('too-large');
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}

// One error a field: the first, which is the most exact one.
function fieldErrors(issues: readonly z.core.$ZodIssue[]): FieldError[] {
  const found = new Map<string, FieldError>();
  for (const issue of issues) {
    for (const { path, code } of spread(issue)) {
      const pointer = path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
      if (!found.has(pointer)) found.set(pointer, { pointer, code, detail: sentences[code] ?? `Not valid: ${code}.` });
    }
  }
  return [...found.values()];
}

function spread(issue: z.core.$ZodIssue): { path: PropertyKey[]; code: string }[] {
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => ({ path: [...issue.path, key.slice(0, 100)], code: 'unknown-member' }));
  if (issue.code === 'invalid_union' && issue.errors.length > 0) {
    const branch = issue.errors.at(-1) ?? [];
    return branch.flatMap(spread).map(({ path, code }) => ({ path: [...issue.path, ...path], code }));
  }
  return [{ path: issue.path, code: /^[a-z-]+$/.test(issue.message) ? issue.message : 'type' }];
}

const sentences: Record<string, string> = {
  'required': 'This is needed.',
  'type': 'This is another kind of value than expected.',
  'too-long': 'This is too long.',
  'invisible-characters': 'This contains invisible or control characters.',
  'guid': 'This is not a GUID, as in 2ce20fd9-826c-440f-bc3b-0d52c1a7e9f4.',
  'tenant': 'This is neither a GUID nor a domain, nor common, consumers or organizations.',
  'email': 'This is not a mail address.',
  'host': 'This is not a host name.',
  'port': 'This is not a port from 1 to 65535.',
  'tenant-alias': 'An application needs a tenant of its own: a GUID or a domain.',
  'web-address': 'This is not an address, as in https://mail.example.com/EWS/Exchange.asmx.',
  'not-https': 'The address must begin with https://.',
  'address-credentials': 'An address must not contain a name or a password.',
  'address-query': 'The address must not contain ? or #.',
  'graph-without-password': 'Microsoft Graph takes no password.',
  'scope-several': 'A token is of one resource: name one scope only.',
  'scope-not-https': 'A scope begins with https://.',
  'scope-not-default': 'The scope of an application ends with /.default.',
  'scope-other-cloud': 'This scope belongs to another cloud than the one that is chosen.',
  'scope-other-access': 'This scope belongs to the other way of access.',
  'secret-id': 'This is the Secret ID. Copy the value beside it.',
  'telephone-number': 'This is not a number: digits, * and #, with + in front where it is needed.',
  'poll-interval': 'The poll interval is 30 to 900 seconds.',
  'pilot-type': 'Use call, fax or email.',
  'secret-source': 'This names no function and no queue pilot.',
  'too-many': 'These are too many.',
  'twice': 'One of them is there twice.',
  'range': 'It must be after the beginning.',
  'timestamp': 'This is not an instant in UTC, as in 2026-11-24T12:00:00Z.',
  'log-source': 'Use event-log, framework-protocol or uc-suite-protocols.',
  'backup-secrets': 'Use sealed or omit.',
  'passphrase-short': 'A passphrase has at least 12 characters.',
  'role': 'Use basic, advanced or expert.',
  'username': 'Use letters, digits and . _ - @ only.',
  'password-short': 'This has too few characters.',
  'unknown-member': 'There is no member of this name.',
};

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
