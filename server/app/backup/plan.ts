import { role } from '../../../contract/accounts.ts';
import { backupParts, mostChangesListed, type BackupPart, type MissingSecret, type RestorePlan } from '../../../contract/backup.ts';
import { backupFieldName, backupPartNames } from '../../../contract/explanations/backup-words.ts';
import type { Language } from '../../../contract/fields.ts';
import { adoptAccounts } from '../accounts/backup.ts';
import type { Caller, Context } from '../context.ts';
import { digestOf } from '../ids.ts';
import { accept, type Content } from './accept.ts';
import { differencesOf, showDifference, type Difference } from './difference.ts';
import type { Backup } from './document.ts';
import type { Item } from './part.ts';
import { parts, type Stored } from './parts.ts';

const mostSecretsListed = 200;

/** What a restore does. */
export interface Plan {
  shown: RestorePlan;
  written: ReadonlyMap<BackupPart, readonly Item[]>;
  removed: ReadonlyMap<BackupPart, readonly string[]>;
}

/** Who restores what: the words are in his language. */
export interface Restoring {
  backup: Backup;
  caller: Caller;
  language: Language;
}

/** What a restore of this backup would do to what is stored. A part that the backup does not know stays as it is. Raises `backup-invalid`. */
export async function planRestore(context: Context, { backup, caller, language }: Restoring, stored: Stored): Promise<Plan> {
  const queueNames = new Map([...(stored.get('queues') ?? []), ...(backup.content.get('queues') ?? [])].map(({ id, value }) => [id, String(value['name'])]));
  const adopted = new Map(backup.content);
  const accounts = backup.content.get('accounts');
  if (accounts) adopted.set('accounts', await adoptAccounts(accounts, stored.get('accounts') ?? [], caller.accountId));
  const content = accept(context, adopted, caller, queueNames, language);

  const written = new Map<BackupPart, Item[]>();
  const removed = new Map<BackupPart, string[]>();
  const sections: RestorePlan['sections'] = [];
  let otherPassword = false;
  for (const part of backupParts) {
    const items = content.get(part);
    if (!items) continue;
    const { added, changed, gone } = await compare(part, items, stored);
    if (part === 'accounts') otherPassword = changed.some(({ item, differences }) => item.id === caller.accountId && differences.some((one) => 'secret' in one));
    written.set(part, [...added, ...changed.map(({ item }) => item)]);
    removed.set(part, gone.map(({ id }) => id));
    const nameOf = (item: Pick<Item, 'id' | 'value'>) => parts[part].nameOf(item, queueNames);
    const changes: RestorePlan['sections'][number]['changes'] = [
      ...changed.slice(0, mostChangesListed).map(({ item, differences }) => ({ kind: 'changed' as const, name: nameOf(item), fields: differences.map((one) => showDifference(one, language)).filter((one) => one !== null) })),
      ...added.slice(0, mostChangesListed).map((item) => ({ kind: 'added' as const, name: nameOf(item), fields: [] })),
      ...gone.slice(0, mostChangesListed).map((item) => ({ kind: 'removed' as const, name: nameOf(item), fields: [] })),
    ];
    const counts = { added: added.length, changed: changed.length, removed: gone.length, unchanged: items.length - added.length - changed.length };
    sections.push({ part, name: backupPartNames[part][language], ...counts, changes: changes.slice(0, mostChangesListed) });
  }
  const { product, madeAt, madeBy, secrets } = backup;
  const shown = { version: await versionOf(backup, stored), backup: { product, madeAt, madeBy, secrets }, sections, afterwards: { ...afterwards(content, { caller, language, queueNames }), otherPassword } };
  return { shown, written, removed };
}

/** What a plan is made for: this file, and what is stored. Tokens that are refreshed meanwhile make no other one. */
export function versionOf({ digest }: Backup, stored: Stored): Promise<string> {
  const state = [...stored].map(([part, items]) => [part, items.map(({ id, value, secrets }) => [id, parts[part].onlySealed ? null : value, Object.entries(secrets).map(([name, { mark }]) => [name, mark])])]);
  return digestOf(JSON.stringify([digest, state]));
}

async function compare(part: BackupPart, items: readonly Item[], stored: Stored) {
  const { isSame } = parts[part];
  const known = new Map((stored.get(part) ?? []).map((item) => [item.id, item]));
  const kept = new Set(items.map(({ id }) => id));
  const compared = await Promise.all(items.map(async (item) => {
    const former = known.get(item.id);
    const differences: Difference[] = former && !isSame?.(item, former) ? await differencesOf(former, item) : [];
    return { item, isNew: former === undefined, differences };
  }));
  return {
    added: compared.filter(({ isNew }) => isNew).map(({ item }) => item),
    changed: compared.filter(({ differences }) => differences.length > 0),
    gone: [...known.values()].filter(({ id }) => !kept.has(id)),
  };
}

interface Reader {
  caller: Caller;
  language: Language;
  queueNames: ReadonlyMap<string, string>;
}

function afterwards(content: Content, { caller, language, queueNames }: Reader): Omit<RestorePlan['afterwards'], 'otherPassword'> {
  const secrets: MissingSecret[] = [];
  for (const [part, items] of content) {
    for (const item of items) {
      for (const use of parts[part].uses?.(item) ?? []) {
        if (item.secrets[use.field]) continue;
        secrets.push({ function: use.function, ref: use.ref, name: parts[part].nameOf(item, queueNames) || backupPartNames[part][language], field: backupFieldName(use.field, language) ?? use.field });
      }
    }
  }
  const accounts = content.get('accounts') ?? [];
  const own = accounts.find(({ id }) => id === caller.accountId);
  return {
    secrets: secrets.slice(0, mostSecretsListed),
    secretsTotal: secrets.length,
    signIn: content.get('email-forwarding')?.[0]?.value['authMethod'] === 'microsoft-oauth' && content.get('sign-in')?.length === 0,
    withoutPassword: accounts.filter((item) => !item.secrets['password'] && item.value['disabled'] === false).map(({ value }) => String(value['username'])),
    role: own ? role.parse(own.value['role']) : caller.role,
  };
}
