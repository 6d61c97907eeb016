import * as z from 'zod/mini';
import { backupParts, type BackupPart, type BackupSecrets } from '../../../contract/backup.ts';
import { timestamp } from '../../../contract/fields.ts';
import { Confidential } from '../../confidential.ts';
import type { Random } from '../../ports.ts';
import { toBase64Url } from '../../sealing.ts';
import { fieldProblem, ProblemError } from '../http/problem.ts';
import { digestOf } from '../ids.ts';
import type { Item } from './part.ts';
import { iterations, keyOf, openSecrets, sealSecrets } from './sealing.ts';

const format = 'postern-backup';
const newest = 1;
/** What a file begins with, so that a damaged one is known as one. */
const beginning = `{\n "format": "${format}"`;
const mostIterations = 10_000_000;
const note = 'The digest notices what happened by accident. Secrets were left out, so nothing proves who made this file.';

/** What a file says of itself, and its content by part. */
export interface Backup {
  product: string;
  madeAt: string;
  madeBy: string;
  secrets: BackupSecrets;
  content: ReadonlyMap<BackupPart, readonly Item[]>;
  /** SHA-256 of the file. */
  digest: string;
}

const base64 = z.string().check(z.regex(/^[\w-]+$/));
const content = z.partialRecord(z.enum(backupParts), z.array(z.strictObject({ id: z.string().check(z.maxLength(100)), value: z.record(z.string(), z.unknown()) })));
const head = { format: z.literal(format), version: z.literal(newest), product: z.string().check(z.maxLength(100)), madeAt: timestamp, madeBy: z.string().check(z.maxLength(200)) };
const digest = z.string().check(z.regex(/^[0-9a-f]{64}$/));
const sealing = z.strictObject({
  key: z.literal('PBKDF2-HMAC-SHA-256'),
  iterations: z.int().check(z.minimum(iterations), z.maximum(mostIterations)),
  salt: base64,
  check: base64,
  cipher: z.literal('AES-256-GCM'),
  iv: base64,
});

/** Version 1 of the file. */
const document = z.discriminatedUnion('secrets', [
  z.strictObject({ ...head, secrets: z.literal('sealed'), content, sealing, sealed: base64, digest }),
  z.strictObject({ ...head, secrets: z.literal('omit'), note: z.literal(note), content, digest }),
]);
type Document = z.infer<typeof document>;

const sealedItems = z.array(z.strictObject({ part: z.enum(backupParts), id: z.string(), secrets: z.record(z.string(), z.strictObject({ value: z.instanceof(Confidential), changedAt: timestamp })) }));

/** The reader of each version: a further one gets its place here, and brings what it reads into the newest form. */
const readers: Record<number, (value: object, passphrase: Confidential | null) => Promise<Omit<Backup, 'digest'>>> = { 1: readVersion1 };

/** Writes a file; with a passphrase its secrets are in it. */
export async function writeDocument(random: Random, made: Pick<Backup, 'product' | 'madeAt' | 'madeBy' | 'content'>, passphrase: Confidential | null): Promise<string> {
  const { product, madeAt, madeBy } = made;
  const plain = Object.fromEntries([...made.content].map(([part, items]) => [part, items.map(({ id, value }) => ({ id, value }))]));
  const about = { format, version: newest, product, madeAt, madeBy, secrets: (passphrase ? 'sealed' : 'omit') satisfies BackupSecrets };
  if (!passphrase) return withDigest({ ...about, note, content: plain });
  const salt = toBase64Url(random.bytes(16));
  const iv = toBase64Url(random.bytes(12));
  const key = await keyOf(passphrase, salt, iterations);
  const rest = { ...about, content: plain, sealing: { key: 'PBKDF2-HMAC-SHA-256', iterations, salt, check: key.check, cipher: 'AES-256-GCM', iv } };
  const items = [...made.content].flatMap(([part, of]) => of.filter(({ secrets }) => Object.keys(secrets).length > 0).map(({ id, secrets }) => ({ part, id, secrets })));
  return withDigest({ ...rest, sealed: await sealSecrets(key, items, iv, serialise(rest)) });
}

/**
 * Reads a file. Raises `backup-not-readable`, `backup-damaged`, `backup-newer-version`, `wrong-passphrase`, 422 `required` where it is sealed and there is no passphrase, and `backup-invalid` where it is whole, but nothing
 * that we have written.
 */
export async function readDocument(file: Uint8Array<ArrayBuffer>, passphrase: Confidential | null): Promise<Backup> {
  const { text, value } = parse(file);
  const { digest: said, ...rest } = value;
  const { version } = value;
  if (value['format'] !== format || typeof version !== 'number') throw refused('backup-not-readable');
  if (version > newest) throw refused('backup-newer-version');
  if (!isWritten(value, text) || (await digestOf(serialise(rest))) !== said) throw refused('backup-damaged');
  const read = readers[version];
  if (!read) throw refused('backup-not-readable');
  return { ...(await read(value, passphrase)), digest: said };
}

async function readVersion1(value: object, passphrase: Confidential | null): Promise<Omit<Backup, 'digest'>> {
  const parsed = document.safeParse(value);
  if (!parsed.success) throw refused('backup-invalid');
  const { product, madeAt, madeBy, secrets } = parsed.data;
  const found = new Map<string, Item['secrets']>();
  if (parsed.data.secrets === 'sealed') for (const item of await unseal(parsed.data, value, passphrase)) found.set(placeOf(item.part, item.id), asSecrets(item.secrets));
  const withSecrets = Object.entries(parsed.data.content).map(([part, items]) => [part as BackupPart, items.map(({ id, value: own }): Item => ({ id, value: own, secrets: found.get(placeOf(part, id)) ?? {} }))] as const);
  return { product, madeAt, madeBy, secrets, content: new Map(withSecrets) };
}

async function unseal({ sealed, sealing: how }: Extract<Document, { secrets: 'sealed' }>, value: object, passphrase: Confidential | null): Promise<z.infer<typeof sealedItems>> {
  if (!passphrase || passphrase.isEmpty) throw fieldProblem('/passphrase', 'required', 'The secrets of this backup are sealed with a passphrase.');
  const key = await keyOf(passphrase, how.salt, how.iterations);
  if (key.check !== how.check) throw new ProblemError('wrong-passphrase', { errors: [{ pointer: '/passphrase', code: 'wrong-passphrase', detail: 'This is not the passphrase that the backup was sealed with.' }] });
  const { sealed: _sealed, digest: _digest, ...rest } = Object(value) as Record<string, unknown>;
  const opened = await openSecrets(key, sealed, how.iv, serialise(rest)).catch(() => {
    throw refused('backup-damaged');
  });
  const parsed = sealedItems.safeParse(opened);
  if (!parsed.success) throw refused('backup-invalid');
  return parsed.data;
}

function asSecrets(secrets: z.infer<typeof sealedItems>[number]['secrets']): Item['secrets'] {
  return Object.fromEntries(Object.entries(secrets).map(([name, { value, changedAt }]) => [name, { plain: value, changedAt }]));
}

function parse(file: Uint8Array<ArrayBuffer>): { text: string; value: Record<string, unknown> & { version?: unknown; digest: string } } {
  const isOurs = new TextDecoder('latin1').decode(file.subarray(0, beginning.length)) === beginning;
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(file);
    return { text, value: Object(JSON.parse(text)) };
  } catch {
    throw refused(isOurs ? 'backup-damaged' : 'backup-not-readable');
  }
}

function isWritten(value: object, text: string): boolean {
  try {
    return serialise(value) === text;
  } catch {
    // What is nested so deep that it cannot be written was not written by us.
    return false;
  }
}

// A file is exactly what is written of what it says: so another blank, another order, a name that is there twice are noticed, too.
function serialise(value: object): string {
  return `${JSON.stringify(value, null, 1)}\n`;
}

async function withDigest(value: object): Promise<string> {
  return serialise({ ...value, digest: await digestOf(serialise(value)) });
}

function placeOf(part: string, id: string): string {
  return `${part}/${id}`;
}

function refused(problem: 'backup-not-readable' | 'backup-damaged' | 'backup-newer-version' | 'backup-invalid'): ProblemError {
  return new ProblemError(problem, { errors: [{ pointer: '/file', code: problem, detail: problem }] });
}
