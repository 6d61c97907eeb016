import type { Application, ApplicationUse } from '../../../contract/applications.ts';
import { pilotRef, sourceOf } from '../../../contract/secret-source.ts';
import { targetKey } from '../../contact-center-keys.ts';
import type { PilotOfQueue } from '../../contact-center-rows.ts';
import type { Repositories, SecretRow, SignInTarget } from '../../store.ts';
import { titleOf } from '../../uses.ts';
import { showSecret } from '../secrets/bound-secret.ts';
import { readApplicationFunctions, type ApplicationFunction } from './application-functions.ts';
import { readGroups, targetOfPilot, usesOf, type ApplicationGroup } from './groups.ts';

/** The applications in use, the most used first. */
export async function readApplications(rows: Repositories): Promise<Application[]> {
  const found: Application[] = [];
  for (const group of await readGroups(rows)) {
    const first = await firstOf(rows, group);
    if (first) found.push({ ...first.target, tenantGuid: group.tenantGuid, uses: usesOf(group), byCode: group.code !== null, first: first.use });
  }
  return found;
}

/** A page of who signs in with an application: functions first, then pilots by queue and name. */
export async function readApplicationUses(rows: Repositories, target: SignInTarget, { limit, offset }: { limit: number; offset: number }): Promise<{ items: ApplicationUse[]; total: number }> {
  const functions = (await readApplicationFunctions(rows)).filter((one) => targetKey(one.target) === targetKey(target)).map(functionUse);
  const first = functions.slice(offset, offset + limit);
  const { items, total } = await rows.uses.ofApplication(target, { limit: limit - first.length, offset: Math.max(offset - functions.length, 0) });
  for (const pilot of items) first.push(pilotUse(pilot, await rows.secrets.get(secretOfPilot(pilot))));
  return { items: first, total: functions.length + total };
}

/** A function as one that signs in with an application. */
export function functionUse({ name, clientSecret, clientSecretExpiresAt }: Pick<ApplicationFunction, 'name' | 'clientSecret' | 'clientSecretExpiresAt'>): ApplicationUse {
  return { source: sourceOf(name, null), function: name, ref: null, queue: null, name: null, clientSecret, clientSecretExpiresAt };
}

/** The same for a queue pilot, with its client secret as it is stored. */
export function pilotUse({ pilot, queueName }: PilotOfQueue, clientSecret: SecretRow | null): ApplicationUse {
  const ref = pilotRef(pilot.queueId, pilot.id);
  return { source: sourceOf('queue-pilot', ref), function: 'queue-pilot', ref, queue: queueName, name: titleOf(pilot), clientSecret: showSecret(clientSecret), clientSecretExpiresAt: pilot.email?.clientSecretExpiresAt ?? null };
}

/** Where the client secret of a pilot is. */
export function secretOfPilot({ pilot }: PilotOfQueue): string {
  return `${sourceOf('queue-pilot', pilotRef(pilot.queueId, pilot.id))}/client-secret`;
}

// Functions first, and of all one with a client secret; who signs in by a code only where there is nobody else.
async function firstOf(rows: Repositories, { functions, firstPilots, code }: ApplicationGroup): Promise<{ target: ApplicationGroup['targets'][number]; use: ApplicationUse } | undefined> {
  const all = functions.map((one) => ({ target: one.target, use: functionUse(one) }));
  for (const found of firstPilots) if (found.pilot.email) all.push({ target: targetOfPilot(found.pilot.email), use: pilotUse(found, await rows.secrets.get(secretOfPilot(found))) });
  if (code) {
    const { cloud, tenantId, applicationId } = code.settings;
    all.push({ target: { cloud, tenantId, applicationId }, use: functionUse({ name: 'email-forwarding', clientSecret: { set: false, changedAt: null }, clientSecretExpiresAt: null }) });
  }
  return all.find(({ use }) => use.clientSecret.set) ?? all[0];
}
