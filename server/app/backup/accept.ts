import { backupFault, backupFieldName, backupPartNames } from '../../../contract/explanations/backup-words.ts';
import { fill } from '../../../contract/explanations/explanation.ts';
import { backupParts, type BackupPart } from '../../../contract/backup.ts';
import { mostAdministrators } from '../../../contract/administrators.ts';
import type { Params } from '../../../contract/diagnosis.ts';
import type { Language } from '../../../contract/fields.ts';
import type { Caller, Context } from '../context.ts';
import { ProblemError } from '../http/problem.ts';
import type { Item } from './part.ts';
import { parts } from './parts.ts';

const mostFaults = 20;

export type Content = ReadonlyMap<BackupPart, readonly Item[]>;

interface Faults {
  add(at: { part: BackupPart; name?: string; field?: string }, code: string, params?: Params): void;
}

/** The content of a backup with each value as it is to be stored, checked as if it was typed. Raises `backup-invalid` with what cannot be taken, in the reader's language. */
export function accept(context: Context, content: Content, caller: Caller, queueNames: ReadonlyMap<string, string>, language: Language): Content {
  const errors: { pointer: string; code: string; detail: string }[] = [];
  const faults: Faults = {
    add({ part, name = '', field }, code, params = {}) {
      const words = [backupPartNames[part][language], name, field === undefined ? '' : (backupFieldName(field, language) ?? field)].filter((word) => word !== '');
      if (errors.length < mostFaults) errors.push({ pointer: '/file', code, detail: `${words.join(' · ')}: ${fill(backupFault(code, language), params)}` });
    },
  };
  const accepted = new Map<BackupPart, Item[]>();
  for (const part of backupParts) {
    const items = content.get(part);
    if (items) accepted.set(part, items.flatMap((item) => acceptItem(context, part, item, queueNames, faults)));
  }
  checkTwins(accepted, queueNames, faults);
  for (const { id, value } of accepted.get('pilots') ?? []) {
    const queueId = id.slice(0, id.indexOf('/'));
    if (!accepted.get('queues')?.some((queue) => queue.id === queueId)) faults.add({ part: 'pilots', name: parts.pilots.nameOf({ id, value }, queueNames) }, 'no-such-queue');
  }
  const accounts = accepted.get('accounts');
  if (accounts && errors.length === 0) checkAccounts(accounts, caller, faults);
  if (errors.length > 0) throw new ProblemError('backup-invalid', { errors });
  return accepted;
}

function acceptItem(context: Context, part: BackupPart, item: Item, queueNames: ReadonlyMap<string, string>, faults: Faults): Item[] {
  try {
    return [{ ...item, value: parts[part].check(context, item) }];
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    for (const { pointer, code } of error.extra.errors ?? []) faults.add({ part, name: parts[part].nameOf(item, queueNames).slice(0, 200), ...(pointer !== '' && { field: pointer.slice(1) }) }, code);
    return [];
  }
}

function checkTwins(accepted: Content, queueNames: ReadonlyMap<string, string>, faults: Faults): void {
  for (const [part, items] of accepted) {
    const known = new Set<string>();
    for (const item of items) {
      const keys = part === 'accounts' ? [item.id, String(item.value['username']).toLowerCase()] : [item.id];
      if (keys.some((key) => known.has(key))) faults.add({ part, name: parts[part].nameOf(item, queueNames) }, 'twice');
      for (const key of keys) known.add(key);
    }
  }
}

// Whoever restores stays in, and somebody can go on.
function checkAccounts(accounts: readonly Item[], caller: Caller, faults: Faults): void {
  if (accounts.length > mostAdministrators) faults.add({ part: 'accounts' }, 'too-many');
  const experts = accounts.filter(({ value, secrets }) => value['role'] === 'expert' && value['disabled'] === false && secrets['password']);
  const own = accounts.find(({ id }) => id === caller.accountId);
  if (experts.length === 0) faults.add({ part: 'accounts' }, 'no-expert');
  else if (!own || own.value['disabled'] === true) faults.add({ part: 'accounts' }, 'own-account-missing', { name: caller.username, experts: experts.map(({ value }) => String(value['username'])).join(', ') });
}
