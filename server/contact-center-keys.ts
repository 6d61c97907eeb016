import type { PilotType } from '../contract/contact-center.ts';
import { pilotTitle } from '../contract/pilot-title.ts';
import { fold } from './fold.ts';
import type { PilotRow, QueueRow } from './contact-center-rows.ts';
import type { SignInTarget } from './store.ts';

// What every store sorts and searches by, so that they do it alike.

const longestNumber = 3;
const typeOrder: Record<PilotType, string> = { call: '0', fax: '1', email: '2' };
const hourMs = 3_600_000;

/** A text as names and numbers are sorted: without case and accents, numbers in it by their value (each has its length in front). It is compared by code points, as `compareKeys` and the databases' binary order do. */
export function naturalKey(text: string): string {
  return fold(text).replace(/\d+/g, (digits) => {
    const value = digits.replace(/^0+(?=\d)/, '');
    return String(value.length).padStart(longestNumber, '0') + value;
  });
}

/** The order of two keys by code points: UTF-8 sorts so, UTF-16 does not. */
export function compareKeys(a: string, b: string): number {
  let at = 0;
  while (at < a.length && a[at] === b[at]) at++;
  return (a.codePointAt(at) ?? -1) - (b.codePointAt(at) ?? -1);
}

/** What a queue is found by. */
export function searchTextOfQueue({ name, number }: Pick<QueueRow, 'name' | 'number'>): string {
  return `${fold(name)}\n${number}`;
}

/** What a pilot is found by. */
export function searchTextOfPilot({ name, number, email }: Pick<PilotRow, 'name' | 'number' | 'email'>): string {
  return `${fold(name)}\n${number}\n${fold(email?.username ?? '')}`;
}

/** What a search looks for, any of them: the text, and where it is a number also as numbers are stored, without what separates the digits. */
export function searchTerms(q: string): string[] {
  const folded = fold(q.toWellFormed().replace(/\p{Cc}/gu, ' ').trim());
  const number = folded.replace(/[\s()./-]/g, '');
  return /^\+?[\d*#]+$/.test(number) && number !== folded ? [folded, number] : [folded];
}

/** Pilots are sorted by type (calls, faxes, e-mails), then by their title. */
export function pilotKey({ type, name, number, email }: Pick<PilotRow, 'type' | 'name' | 'number' | 'email'>): string {
  return typeOrder[type] + naturalKey(pilotTitle({ name, number, username: email?.username ?? '' }));
}

/** A mailbox as it is compared with others; null where there is none. */
export function mailboxKey({ email }: Pick<PilotRow, 'email'>): string | null {
  return email ? email.username.toLowerCase() : null;
}

/** An application as it is compared with others. */
export function targetKey({ cloud, tenantId, applicationId }: SignInTarget): string {
  return [cloud, tenantId.toLowerCase(), applicationId.toLowerCase()].join(' ');
}

/** Several of them, or one. */
export function targetKeys(targets: SignInTarget | readonly SignInTarget[]): string[] {
  return [targets].flat().map(targetKey);
}

/** The application that an e-mail pilot signs in with; null where it does not. */
export function applicationKey({ email }: Pick<PilotRow, 'email'>): string | null {
  return email?.authMethod === 'oauth' ? targetKey(email) : null;
}

/** When the client secret that is in use ends; null where there is none, or nobody knows. */
export function secretEnd({ email }: Pick<PilotRow, 'email'>): string | null {
  return email?.authMethod === 'oauth' ? email.clientSecretExpiresAt : null;
}

/** When a pilot is to be checked that was changed, and not since: an hour later. */
export function firstDue(changedAt: string): string {
  return new Date(Date.parse(changedAt) + hourMs).toISOString();
}
