import { pilot as pilotSchema, pilotRow as pilotRowSchema, type Pilot, type PilotRow as ShownRow } from '../../../contract/contact-center.ts';
import { pilotDefaults } from '../../../contract/pilot-defaults.ts';
import { pilotRef, sourceOf } from '../../../contract/secret-source.ts';
import { pilotHealth, validStanding } from '../../pilot-health.ts';
import type { PilotRow } from '../../contact-center-rows.ts';
import type { Repositories } from '../../store.ts';
import { soonAfter } from '../functions/soon.ts';
import { showSecret } from '../secrets/bound-secret.ts';
import { readLastToken } from '../sign-in/last-token.ts';
import { secretsOfPilot } from './pilot-secrets.ts';
import { mostUses } from './uses.ts';

/** A pilot as the API shows it. */
export async function showPilot(rows: Repositories, pilot: PilotRow, now: Date): Promise<Pilot> {
  const { id, queueId, type, name, number, email, changedAt } = pilot;
  const { items: alsoUsedBy } = email
    ? await rows.uses.ofMailbox(email.username, { but: id, limit: mostUses })
    : await rows.uses.ofNumber(number, { but: { queueId, pilotId: id }, limit: mostUses });
  const shown = { ...pilotDefaults, id, queueId, type, name, number, changedAt, health: pilotHealth(pilot, soonAfter(now)), alsoUsedBy };
  if (!email) return pilotSchema.parse(shown);
  const ref = pilotRef(queueId, id);
  const [password, clientSecret] = secretsOfPilot(ref, email);
  return pilotSchema.parse({
    ...shown,
    ...email,
    password: showSecret(await rows.secrets.get(password.name)),
    clientSecret: showSecret(await rows.secrets.get(clientSecret.name)),
    lastToken: await readLastToken(rows, sourceOf('queue-pilot', ref), email),
  });
}

/** A pilot as it stands in a list. */
export async function showPilotRow(rows: Repositories, pilot: PilotRow, now: Date): Promise<ShownRow> {
  const { id, queueId, type, name, number, email, changedAt } = pilot;
  const standing = validStanding(pilot);
  return pilotRowSchema.parse({
    ...pilotDefaults,
    id,
    queueId,
    type,
    name,
    number,
    ...email,
    authMethod: email?.authMethod ?? null,
    health: pilotHealth(pilot, soonAfter(now)),
    since: email && (standing?.since ?? changedAt),
    lastCheck: standing?.endedAt ?? null,
    lastGood: pilot.standing?.goodAt ?? null,
    lastToken: email?.authMethod === 'oauth' ? await readLastToken(rows, sourceOf('queue-pilot', pilotRef(queueId, id)), email) : null,
  });
}
