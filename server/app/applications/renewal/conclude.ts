import type { Confidential } from '../../../confidential.ts';
import type { RenewalRow, RenewalUseRow } from '../../../renewal-rows.ts';
import type { Repositories } from '../../../store.ts';
import type { Context } from '../../context.ts';
import { recordIn } from '../../events/record.ts';
import { ProblemError } from '../../http/problem.ts';
import { findGroup, type ApplicationGroup } from '../groups.ts';
import { newSecretName } from './show-renewal.ts';
import { switchSecrets } from './switch-secrets.ts';
import { readSecretUsers, readSettingsVersion, type SecretUser } from './users.ts';

const most = 100_000;

/**
 * Ends a renewal in which all were checked, in one transaction: the new secret is switched for all of them, or for none where one was refused or was saved by somebody meanwhile.
 * `anyway`: also where something failed. Answers whether it has ended; it has not where somebody has come to it, who is to be checked, too.
 */
export function conclude({ ports }: Context, id: string, secret: Confidential, anyway = false): Promise<boolean> {
  return ports.store.transaction(async (rows) => {
    const row = await rows.renewals.get(id);
    if (row?.state !== (anyway ? 'failed' : 'checking')) return true;
    const group = await groupOf(rows, row);
    const users = await readSecretUsers(rows, group);
    const { items: uses } = await rows.renewals.uses({ renewalId: id, limit: most });
    const came = users.filter(({ source }) => !uses.some((use) => use.source === source));
    if (came.length > 0) {
      await rows.renewals.putUses(id, came.map((user, at) => pendingUse(user, uses.length + at)));
      await rows.renewals.put({ ...row, state: 'checking', endedAt: null, version: row.version + 1 });
      return false;
    }
    const compared = await compare(rows, group, uses, users);
    const taking = compared.flatMap(({ use, user }) => (user && (use.state === 'passed' || (anyway && use.state === 'failed')) ? [{ use, user }] : []));
    const count = (state: RenewalUseRow['state']) => compared.filter(({ use }) => use.state === state).length;
    const failed = anyway ? 0 : count('failed');
    const isOff = failed + count('changed') > 0 || taking.length === 0;
    const switched = new Map(isOff ? [] : (await switchSecrets(ports, rows, row, secret, taking)).map((use) => [use.position, use]));
    await rows.renewals.putUses(id, compared.map(({ use }) => switched.get(use.position) ?? use));
    const state = isOff ? (failed > 0 || taking.length + count('changed') === 0 ? 'failed' : 'changed') : 'switched';
    await rows.renewals.put({ ...row, state, endedAt: ports.clock.now().toISOString(), version: row.version + 1 });
    if (!isOff) await rows.secrets.delete(newSecretName(row));
    const params = { ...row.target, count: isOff ? failed + count('changed') : taking.length, total: compared.length };
    await recordIn(rows, ports, { kind: isOff ? 'renewal-failed' : 'renewal-done', function: null, actor: row.by, params });
    return true;
  });
}

/** One who is to be checked with the new secret. */
export function pendingUse({ source, queue, name, settingsVersion, clientSecretExpiresAt }: SecretUser, position: number): RenewalUseRow {
  return { position, source, queue, name, settingsVersion, state: 'pending', ms: null, step: null, diagnosis: null, formerEnd: clientSecretExpiresAt, switchedAt: null };
}

// Whoever was saved since he was checked has changed; who is not there any more is left out.
async function compare(rows: Repositories, group: ApplicationGroup, uses: readonly RenewalUseRow[], users: readonly SecretUser[]): Promise<{ use: RenewalUseRow; user: SecretUser | null }[]> {
  const bySource = new Map(users.map((user) => [user.source, user]));
  const found: { use: RenewalUseRow; user: SecretUser | null }[] = [];
  for (const use of uses) {
    const user = bySource.get(use.source) ?? null;
    if (user?.settingsVersion === use.settingsVersion) found.push({ use, user });
    else found.push({ use: { ...use, state: user || (await readSettingsVersion(rows, use.source, group)).isThere ? 'changed' : 'gone' }, user: null });
  }
  return found;
}

// Where nobody signs in with it any more there is nobody to be found.
async function groupOf(rows: Repositories, { target }: RenewalRow): Promise<ApplicationGroup> {
  try {
    return await findGroup(rows, target);
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    const none = { ...target, cloud: 'global' as const };
    return { ...none, tenantGuid: null, targets: [none], functions: [], pilots: 0, firstPilots: [], code: null };
  }
}
