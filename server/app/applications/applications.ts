import type { Application, ApplicationUse } from '../../../contract/applications.ts';
import { pilotRef, sourceOf } from '../../../contract/secret-source.ts';
import { targetKey } from '../../contact-center-keys.ts';
import type { PilotOfQueue } from '../../contact-center-rows.ts';
import type { Repositories, SignInTarget } from '../../store.ts';
import { titleOf } from '../../uses.ts';
import { showSecret } from '../secrets/bound-secret.ts';
import { readApplicationFunctions, type ApplicationFunction } from './application-functions.ts';

const most = 1_000;

/** The applications in use, the most used first. */
export async function readApplications(rows: Repositories): Promise<Application[]> {
  const found = new Map<string, Application>();
  for (const one of await readApplicationFunctions(rows)) {
    const key = targetKey(one.target);
    const known = found.get(key);
    const use = functionUse(one);
    if (!known) found.set(key, { ...one.target, uses: 1, first: use });
    else found.set(key, { ...known, uses: known.uses + 1, first: known.first.clientSecret.set ? known.first : use });
  }
  for (const { uses, ...one } of await rows.uses.applications(most)) {
    if (!one.pilot.email) continue;
    const { cloud, tenantId, applicationId } = one.pilot.email;
    const key = targetKey(one.pilot.email);
    const known = found.get(key);
    const use = await pilotUse(rows, one);
    if (!known) found.set(key, { cloud, tenantId, applicationId, uses, first: use });
    else found.set(key, { ...known, uses: known.uses + uses, first: known.first.clientSecret.set || !use.clientSecret.set ? known.first : use });
  }
  return [...found.values()].sort((a, b) => b.uses - a.uses);
}

/** A page of who signs in with an application: functions first, then pilots by queue and name. */
export async function readApplicationUses(rows: Repositories, target: SignInTarget, { limit, offset }: { limit: number; offset: number }): Promise<{ items: ApplicationUse[]; total: number }> {
  const functions = (await readApplicationFunctions(rows)).filter((one) => targetKey(one.target) === targetKey(target)).map(functionUse);
  const first = functions.slice(offset, offset + limit);
  const { items, total } = await rows.uses.ofApplication(target, { limit: limit - first.length, offset: Math.max(offset - functions.length, 0) });
  for (const pilot of items) first.push(await pilotUse(rows, pilot));
  return { items: first, total: functions.length + total };
}

function functionUse({ name, clientSecret, clientSecretExpiresAt }: ApplicationFunction): ApplicationUse {
  return { source: sourceOf(name, null), function: name, ref: null, queue: null, name: null, clientSecret, clientSecretExpiresAt };
}

async function pilotUse(rows: Repositories, { pilot, queueName }: PilotOfQueue): Promise<ApplicationUse> {
  const ref = pilotRef(pilot.queueId, pilot.id);
  const source = sourceOf('queue-pilot', ref);
  const clientSecret = showSecret(await rows.secrets.get(`${source}/client-secret`));
  return { source, function: 'queue-pilot', ref, queue: queueName, name: titleOf(pilot), clientSecret, clientSecretExpiresAt: pilot.email?.clientSecretExpiresAt ?? null };
}
