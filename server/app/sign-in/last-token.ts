import { lastToken, type LastToken } from '../../../contract/last-token.ts';
import type { SecretSource } from '../../../contract/secret-source.ts';
import type { Ports } from '../../ports.ts';
import type { Repositories, SignInTarget } from '../../store.ts';
import type { Carried } from '../checks/permission.ts';
import { sameTarget, targetOf } from './target.ts';

type Remembered = LastToken & { target: SignInTarget; tenantGuid?: string };

const rememberEveryMs = 10 * 60_000;
const nameOf = (source: SecretSource) => `${source}/last-token`;

/** What the last token carried that a function or a queue pilot got for this application, or null. */
export async function readLastToken(rows: Repositories, source: SecretSource, settings: Parameters<typeof targetOf>[0]): Promise<LastToken | null> {
  const stored = await rows.settings.get(nameOf(source));
  if (!stored) return null;
  const { target, ...rest } = stored.value as Remembered;
  return sameTarget(target, targetOf(settings)) ? lastToken.parse(rest) : null;
}

/** The tenant's GUID as the last token that a function or a queue pilot got has told it, by the name that the tenant had then; null where none has. */
export async function readTenantGuid(rows: Repositories, source: SecretSource): Promise<{ target: SignInTarget; tenantGuid: string | null } | null> {
  const stored = await rows.settings.get(nameOf(source));
  if (!stored) return null;
  const { target, tenantGuid = null } = stored.value as Remembered;
  return { target, tenantGuid };
}

/** Remembers what an application's token carried. */
export async function rememberLastToken({ store, clock }: Ports, source: SecretSource, target: SignInTarget, carried: Carried): Promise<void> {
  const objectId = carried.objectId.slice(0, 100);
  const tenantGuid = carried.tenantGuid.slice(0, 100);
  const roles = carried.roles.slice(0, 100).map((role) => role.slice(0, 200));
  const now = clock.now();
  await store.transaction(async (rows) => {
    const known = await readLastToken(rows, source, target as Parameters<typeof targetOf>[0]);
    const isKnown = known?.objectId === objectId && known.roles.join() === roles.join();
    // Of the hourly ones only what is new is worth a write.
    if (isKnown && now.getTime() - Date.parse(known.at) < rememberEveryMs) return;
    await rows.settings.put(nameOf(source), { value: { target, objectId, roles, at: now.toISOString(), tenantGuid }, version: '1', changedAt: now.toISOString() });
  });
}

/** Forgets it. */
export function forgetLastToken(rows: Repositories, source: SecretSource): Promise<void> {
  return rows.settings.delete(nameOf(source));
}
