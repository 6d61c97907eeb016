import { backupParts, type BackupPart } from '../../../contract/backup.ts';
import type { Repositories } from '../../store.ts';
import { accountBackup } from '../accounts/backup.ts';
import { pilotBackup, queueBackup } from '../contact-center/backup.ts';
import { diagnosisLogBackup } from '../diagnosis-logs/backup.ts';
import { emailForwardingBackup } from '../email-forwarding/backup.ts';
import { keywordBackup, providerBackup } from '../external-providers/backup.ts';
import { noticeBackup } from '../notices/backup.ts';
import { signInBackup } from '../sign-in/backup.ts';
import type { Context } from '../context.ts';
import type { Part, StoredItem } from './part.ts';

/** Everything that a backup holds: what a capability stores is in one of these, or declared out below. */
export const parts: Record<BackupPart, Part> = {
  'email-forwarding': emailForwardingBackup,
  'sign-in': signInBackup,
  'exchange-calendar': providerBackup('exchange-calendar'),
  'exchange-directory': providerBackup('exchange-directory'),
  'keywords': keywordBackup,
  'queues': queueBackup,
  'pilots': pilotBackup,
  'notices': noticeBackup,
  'diagnosis-logs': diagnosisLogBackup,
  'accounts': accountBackup,
};

/** Which repositories a backup is made of, and why of the others it is not. */
export const repositoriesInBackup = {
  accounts: 'in',
  settings: 'in',
  secrets: 'in',
  signIns: 'in',
  queues: 'in',
  pilots: 'in',
  sessions: 'out: they end with a restore',
  tries: 'out: wrong passwords of these days',
  checks: 'out: what was, not what is set',
  checkRuns: 'out: what was, not what is set',
  renewals: 'out: work under way, which a restore ends',
  notices: 'out: work under way, where its settings are in',
  results: 'out: they belong to checks',
  events: 'out: what was, not what is set',
  protocols: 'out: what was, not what is set',
  uses: 'out: another view of queues and pilots',
  deleted: 'out: another view of queues and pilots',
} satisfies Record<keyof Repositories, string>;

// What a token carried is known again after the next one; what the key is known by belongs to the key; renewals and what waits to be sent are work under way; the calendar's address is a key of its own.
const leftOut = { settings: /\/last-token$|^notices\/(?:calendar|status)$/, secrets: /^key-check$|^renewal:|\/former-client-secret$/ };

/** Is a row of this name in a backup, or declared out of it? */
export function isConsidered(table: 'settings' | 'secrets', name: string): boolean {
  return leftOut[table].test(name) || Object.values(parts).some((part) => part[table]?.test(name));
}

/** Everything that a backup holds as it is stored now, by its part. */
export type Stored = ReadonlyMap<BackupPart, readonly StoredItem[]>;

/** Reads it, in one transaction. */
export function readStored(context: Context): Promise<Stored> {
  return context.ports.store.transaction((rows) => readStoredIn(rows, context));
}

/** The same in a transaction that is there. */
export async function readStoredIn(rows: Repositories, context: Context): Promise<Stored> {
  const stores = { ...context, secrets: await rows.secrets.all() };
  const stored = new Map<BackupPart, readonly StoredItem[]>();
  for (const name of backupParts) stored.set(name, await parts[name].read(rows, stores));
  return stored;
}
