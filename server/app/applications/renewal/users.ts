import type { FunctionName } from '../../../../contract/functions.ts';
import { placeOf, pilotIdOf, pilotRef, sourceOf, type SecretSource } from '../../../../contract/secret-source.ts';
import type { PilotRow } from '../../../contact-center-rows.ts';
import type { Repositories, SignInTarget } from '../../../store.ts';
import { titleOf } from '../../../uses.ts';
import { readSettings } from '../../email-forwarding/settings.ts';
import { readProvider } from '../../external-providers/settings.ts';
import { readApplicationFunctions } from '../application-functions.ts';
import { isOf, targetOfPilot, type ApplicationGroup } from '../groups.ts';

/** Who signs in with an application and its secret, as it is saved now. */
export interface SecretUser {
  source: SecretSource;
  target: SignInTarget;
  /** Null for a function. */
  pilot: PilotRow | null;
  queue: string | null;
  name: string | null;
  settingsVersion: string;
  clientSecretExpiresAt: string | null;
}

const most = 100_000;

/** All who sign in with the secret of an application: functions first, then pilots by queue and name. */
export async function readSecretUsers(rows: Repositories, { functions, targets, pilots }: ApplicationGroup): Promise<SecretUser[]> {
  const found: SecretUser[] = functions.map(({ name, target, version, clientSecretExpiresAt }) => ({ source: sourceOf(name, null), target, pilot: null, queue: null, name: null, settingsVersion: version, clientSecretExpiresAt }));
  if (pilots === 0) return found;
  const { items } = await rows.uses.ofApplication(targets, { limit: most });
  for (const { pilot, queueName } of items) {
    if (pilot.email) found.push({ source: sourceOf('queue-pilot', pilotRef(pilot.queueId, pilot.id)), target: targetOfPilot(pilot.email), pilot, queue: queueName, name: titleOf(pilot), settingsVersion: String(pilot.version), clientSecretExpiresAt: pilot.email.clientSecretExpiresAt });
  }
  return found;
}

/** Is this one still there, whatever it signs in with now? And if it signs in with this application: the version of its settings. */
export async function readSettingsVersion(rows: Repositories, source: SecretSource, group: Pick<ApplicationGroup, 'targets' | 'tenantGuid'>): Promise<{ isThere: boolean; version: string | null }> {
  const { function: name, ref } = placeOf(source);
  if (ref === null) {
    const one = (await readApplicationFunctions(rows)).find((known) => known.name === name && isOf(group, known.target));
    return { isThere: one !== undefined || (await isConfigured(rows, name)), version: one?.version ?? null };
  }
  const pilot = await rows.pilots.get(pilotIdOf(ref));
  const queue = pilot && (await rows.queues.get(pilot.queueId));
  if (!pilot || pilot.deletedAt !== null || !queue || queue.deletedAt !== null) return { isThere: false, version: null };
  const isUser = pilot.email?.authMethod === 'oauth' && isOf(group, targetOfPilot(pilot.email));
  return { isThere: true, version: isUser ? String(pilot.version) : null };
}

async function isConfigured(rows: Repositories, name: FunctionName): Promise<boolean> {
  if (name === 'email-forwarding') return (await readSettings(rows)).configured;
  return name !== 'queue-pilot' && (await readProvider(rows, name)).configured;
}
