import { emailPilotInput, placeOfPilot, type EmailPilotInput } from '../../../contract/contact-center.ts';
import type { Params } from '../../../contract/diagnosis.ts';
import { pilotIdOf, pilotRef, sourceOf } from '../../../contract/secret-source.ts';
import type { PilotRow, QueueRow } from '../../contact-center-rows.ts';
import { titleOf } from '../../uses.ts';
import { findPilot } from '../contact-center/find.ts';
import { checkPop3Host, secretsOfPilot } from '../contact-center/pilot-secrets.ts';
import type { Services } from '../context.ts';
import { fieldProblem } from '../http/problem.ts';
import { receive, type Received } from '../secrets/received.ts';
import { rememberLastToken } from '../sign-in/last-token.ts';
import { targetOf } from '../sign-in/target.ts';
import { hour, type Checkable, type Plan } from './checkable.ts';
import type { Carried } from './permission.ts';
import { pilotLadder, type PilotSettings } from './pilot.ts';
import { findSecret, given, inPlace, type Secret } from './subject.ts';

type Found = { queue: QueueRow; pilot: PilotRow };

/** How a queue pilot is checked; `ref` names it, and a draft of one that is not saved yet has none. Nobody sees it, so the hourly check does the same. */
export const pilotChecks: Checkable<Received<EmailPilotInput>> = {
  async planDraft(services, draft, { ref }) {
    const found = ref === null ? null : await find(services, ref);
    const settings = { ...draft, ...placeOfPilot(draft) };
    checkPop3Host(services.config, settings, '/draft');
    const secret = await findSecret(services.ports, settings, secretsOfPilot(ref, settings), '/draft');
    return planOf(services, { settings, secret, found, source: ref && sourceOf('queue-pilot', ref) });
  },

  // One that is deleted takes its checks along, so there is nobody left to explain it to.
  async planSaved(services, { ref }, { byHand, clientSecret }) {
    const found = await find(services, ref ?? '');
    const settings = settingsOf(found.pilot);
    if (!settings) throw fieldProblem('/ref', 'nothing-to-check', 'Only e-mail pilots can be checked.');
    const wanted = clientSecret ? given(clientSecret) : findSecret(services.ports, settings, secretsOfPilot(ref, settings), '');
    const secret = await (byHand ? wanted : inPlace(wanted));
    return planOf(services, { settings, secret, found, source: sourceOf('queue-pilot', ref) });
  },

  async nextByItself(rows) {
    const [next] = await rows.pilots.due(1);
    return next ? { ref: pilotRef(next.queueId, next.id), at: Date.parse(next.dueAt) } : null;
  },

  async began(rows, { ref, startedAt }) {
    await rows.pilots.schedule(pilotIdOf(ref ?? ''), new Date(Date.parse(startedAt) + hour).toISOString());
  },

  async ended(rows, { ref, result, startedAt, endedAt, since, steps }): Promise<Params> {
    const pilot = await rows.pilots.get(pilotIdOf(ref ?? ''));
    if (!pilot || result === null || endedAt === null) return {};
    const goodAt = result === 'passed' ? endedAt : (pilot.standing?.goodAt ?? null);
    const found = steps.find((step) => step.diagnosis)?.diagnosis;
    await rows.pilots.conclude(pilot.id, { result, startedAt, endedAt, since: since ?? endedAt, goodAt, diagnosis: found ? { code: found.code, params: found.params } : null });
    return { queue: (await rows.queues.get(pilot.queueId))?.name ?? '', name: titleOf(pilot) };
  },
};

interface Subject {
  settings: PilotSettings;
  secret: Secret | null;
  found: Found | null;
  /** Whose last token it is; null for one that is not saved yet. */
  source: string | null;
}

function planOf(services: Services, { settings, secret, found, source }: Subject): Plan {
  const names = { queue: found?.queue.name ?? '', pilot: settings.name || settings.username };
  const remember = async (carried: Carried) => {
    if (source && settings.authMethod === 'oauth') await rememberLastToken(services.ports, source, targetOf(settings), carried);
  };
  return (reports) => pilotLadder(services, { settings, secret, ...names, remember }, reports);
}

function find({ ports }: Services, ref: string): Promise<Found> {
  const [queueId = '', pilotId = ''] = ref.split('/');
  return ports.store.transaction((rows) => findPilot(rows, queueId, pilotId, ports.clock.now()));
}

function settingsOf({ email, name }: PilotRow): PilotSettings | null {
  if (!email) return null;
  const settings = receive(emailPilotInput.parse({ ...email, type: 'email', name }));
  return { ...settings, ...placeOfPilot(settings) };
}
