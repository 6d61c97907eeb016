import type { RenewalInput } from '../../../../contract/renewal.ts';
import type { Confidential } from '../../../confidential.ts';
import type { RenewalRow } from '../../../renewal-rows.ts';
import type { Repositories, SignInTarget } from '../../../store.ts';
import type { Services } from '../../context.ts';
import { recordIn } from '../../events/record.ts';
import { fieldProblem, ProblemError } from '../../http/problem.ts';
import { newId } from '../../ids.ts';
import { hintOf, openSecret, sealSecret } from '../../secrets/bound-secret.ts';
import type { Received } from '../../secrets/received.ts';
import { checkSecretEnd, clientSecretOf } from '../../secrets/settings-secrets.ts';
import { findGroup } from '../groups.ts';
import { conclude, pendingUse } from './conclude.ts';
import { dropFormerSecret } from './former-secret.ts';
import { newSecretOf, runRenewal } from './run-renewal.ts';
import { findRenewal, isAccepted, newSecretName, showRenewal } from './show-renewal.ts';
import { isSame, returnSecret } from './switch-secrets.ts';
import { readSecretUsers, type SecretUser } from './users.ts';

const most = 100_000;

export type Renewals = ReturnType<typeof createRenewals>;

/** Renewals of client secrets: begun, checked in the background, switched for all or for none, stored at each step so that every reader sees them. */
export function createRenewals(services: () => Services) {
  const running = new Set<Promise<void>>();

  function runInBackground(id: string, outer: AbortSignal): void {
    const work = runRenewal(services(), id, outer)
      .catch((error: unknown) => services().ports.log.error({ renewal: id, error: String(error) }, 'a renewal could not go on'))
      .finally(() => running.delete(work));
    running.add(work);
  }

  return {
    /**
     * Begins to check a new secret for all who sign in with this application; without one the secret that is kept of the last try. Ends with `outer`.
     * Raises 404 where nobody signs in with its secret, 409 `renewal-under-way`, and 422 for a secret that all of them have already, and for an end that no portal gives or that is over.
     */
    async start(target: SignInTarget, input: Received<RenewalInput>, by: string, outer: AbortSignal): Promise<void> {
      const { ports } = services();
      checkEnd(services(), input);
      const id = newId(ports.random);
      await ports.store.transaction(async (rows) => {
        const group = await findGroup(rows, target);
        const users = await readSecretUsers(rows, group);
        const former = await findRenewal(rows, group);
        const [first] = users;
        if (!first) throw new ProblemError('not-found');
        if (former?.state === 'checking') throw new ProblemError('renewal-under-way', { current: await showRenewal(rows, former) });
        const plain = input.clientSecret ?? (former && (await readNewSecret(services(), rows, former)));
        if (!plain) throw fieldProblem('/clientSecret', 'required', 'This is needed.');
        if (await haveAll(services(), rows, users, plain)) throw fieldProblem('/clientSecret', 'secret-unchanged', 'This is the secret that is stored already.');
        if (former) await forget(rows, former);
        const clientSecretExpiresAt = input.clientSecretExpiresAt === undefined && !input.clientSecret ? (former?.clientSecretExpiresAt ?? null) : (input.clientSecretExpiresAt ?? null);
        const row: RenewalRow = {
          id,
          target: first.target,
          tenantIds: group.targets.map(({ tenantId }) => tenantId),
          version: (former?.version ?? 0) + 1,
          state: 'checking',
          by,
          startedAt: ports.clock.now().toISOString(),
          endedAt: null,
          hint: hintOf(plain),
          clientSecretExpiresAt: clientSecretExpiresAt && new Date(clientSecretExpiresAt).toISOString(),
        };
        await rows.renewals.put(row);
        await rows.renewals.putUses(id, users.map(pendingUse));
        await rows.secrets.put(newSecretName(row), await sealSecret(ports, newSecretOf(row), plain));
        await recordIn(rows, ports, { kind: 'renewal-begun', function: null, actor: by, params: { ...row.target, count: users.length } });
      });
      runInBackground(id, outer);
    },

    /** Cancels a renewal that is under way, and keeps the new secret; discards one that came to nothing, with the new secret. Raises 404. */
    async cancel(target: SignInTarget, actor: string): Promise<void> {
      const { ports } = services();
      await ports.store.transaction(async (rows) => {
        const row = await findRenewal(rows, await findGroup(rows, target));
        if (!row) throw new ProblemError('not-found');
        if (row.state === 'switched') return;
        if (row.state !== 'checking') await rows.secrets.delete(newSecretName(row));
        await rows.renewals.put({ ...row, state: 'cancelled', endedAt: row.endedAt ?? ports.clock.now().toISOString(), version: row.version + 1 });
        if (row.state === 'checking') await recordIn(rows, ports, { kind: 'renewal-cancelled', function: null, actor, params: { ...row.target } });
      });
    },

    /** Switches although something failed, where the secret itself was accepted for all. Raises 404, and 409 `secret-not-accepted`. */
    async switchAnyway(target: SignInTarget, outer: AbortSignal): Promise<void> {
      const { ports } = services();
      const { row, plain } = await ports.store.transaction(async (rows) => {
        const found = await findRenewal(rows, await findGroup(rows, target));
        if (!found) throw new ProblemError('not-found');
        const secret = await readNewSecret(services(), rows, found);
        if (found.state !== 'failed' || !secret || !(await isAccepted(rows, found))) throw new ProblemError('secret-not-accepted');
        return { row: found, plain: secret };
      });
      // Whoever has come to it meanwhile is checked first.
      if (!(await conclude(services(), row.id, plain, true))) runInBackground(row.id, outer);
    },

    /** Gives the old secret back to all who still keep it. Raises 404, and 409 `no-former-secret` where nobody does. */
    async back(target: SignInTarget, actor: string): Promise<void> {
      const { ports } = services();
      await ports.store.transaction(async (rows) => {
        const group = await findGroup(rows, target);
        const row = await findRenewal(rows, group);
        if (!row) throw new ProblemError('not-found');
        const users = new Map((await readSecretUsers(rows, group)).map((user) => [user.source, user]));
        const { items } = await rows.renewals.uses({ renewalId: row.id, states: ['switched', 'refused'], limit: most });
        const returned = [];
        for (const use of items) {
          const user = users.get(use.source);
          const changed = user && (await returnSecret(ports, rows, use, user));
          if (changed) returned.push(changed);
        }
        if (returned.length === 0) throw new ProblemError('no-former-secret');
        await rows.renewals.putUses(row.id, returned);
        await rows.renewals.put({ ...row, version: row.version + 1 });
        await recordIn(rows, ports, { kind: 'former-secret-returned', function: null, actor, params: { ...row.target, count: returned.length } });
      });
    },

    /** What a former process left under way goes on where it was. Ends with the signal. */
    async resume(signal: AbortSignal): Promise<void> {
      const all = await services().ports.store.transaction((rows) => rows.renewals.all());
      for (const { id, state } of all) if (state === 'checking') runInBackground(id, signal);
    },

    /** Resolves when no renewal runs any more. */
    async settled(): Promise<void> {
      await Promise.all(running);
    },
  };
}

/** Ends every renewal and drops what it has kept, where other secrets come in the place of all. */
export async function forgetRenewals(rows: Repositories): Promise<void> {
  for (const row of await rows.renewals.all()) await forget(rows, row);
}

function checkEnd({ ports: { clock } }: Services, input: Received<RenewalInput>): void {
  checkSecretEnd(clock, input);
  const { clientSecretExpiresAt: end } = input;
  if (end && Date.parse(end) < clock.now().getTime()) throw fieldProblem('/clientSecretExpiresAt', 'secret-over', 'A new client secret does not end in the past.');
}

async function readNewSecret({ ports }: Services, rows: Repositories, row: RenewalRow): Promise<Confidential | null> {
  const sealed = await rows.secrets.get(newSecretName(row));
  return sealed && openSecret(ports, newSecretOf(row), sealed);
}

async function haveAll({ ports }: Services, rows: Repositories, users: readonly SecretUser[], plain: Confidential): Promise<boolean> {
  const stored = await rows.secrets.many(users.map(({ source }) => `${source}/client-secret`));
  for (const { source, target } of users) {
    const secret = clientSecretOf(source, target, true);
    if (!(await isSame(ports, secret, stored.get(secret.name) ?? null, plain))) return false;
  }
  return true;
}

// Another try begins from the start: what the one before has kept goes.
async function forget(rows: Repositories, row: RenewalRow): Promise<void> {
  const { items } = await rows.renewals.uses({ renewalId: row.id, states: ['switched', 'refused'], limit: most });
  for (const { source } of items) await dropFormerSecret(rows, `${source}/client-secret`);
  await rows.secrets.delete(newSecretName(row));
  await rows.renewals.delete(row.id);
}
