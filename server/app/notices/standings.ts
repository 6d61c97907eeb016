import type { StoredDiagnosis } from '../../../contract/diagnosis.ts';
import { renderDiagnosis } from '../../../contract/explanations/render.ts';
import { pilotIdOf } from '../../../contract/secret-source.ts';
import type { NoticeStanding } from '../../notice-rows.ts';
import type { CheckRow, Repositories } from '../../store.ts';
import { titleOf } from '../../uses.ts';

// What passes by itself has had three tries by then: two hours.
const mostPassing = 3;

/** Notes how a check of what is saved ended, in its transaction: what fails for good, or fails again and again, is to be told, and afterwards that it works. */
export async function noteCheck(rows: Repositories, { function: name, ref, result, endedAt, since, steps }: CheckRow): Promise<void> {
  const diagnosis = steps.find((step) => step.diagnosis)?.diagnosis ?? null;
  const at = endedAt ?? '';
  // Some mailboxes of many that cannot be read: the connection itself works.
  if (result === 'failed' && diagnosis?.code !== 'mailboxes-failed') return noteFailure(rows, { function: name, ref, at, since: since ?? at, diagnosis, health: 'failing' });
  const before = await rows.notices.standing(name, ref ?? '');
  if (before?.told && !before.pending) return rows.notices.putStanding({ ...before, failures: 0, pending: { kind: 'recovered', group: name, at } });
  // What nobody was told of needs no second word.
  if (before && !before.told) await rows.notices.deleteStanding(name, ref ?? '');
}

interface Failure {
  function: CheckRow['function'];
  ref: string | null;
  at: string;
  since: string;
  diagnosis: StoredDiagnosis | null;
  health: NoticeStanding['health'];
}

/** Notes that a function, or the one of its kind that `ref` names, fails, in the transaction of it. */
export async function noteFailure(rows: Repositories, { function: name, ref, at, since, diagnosis, health }: Failure): Promise<void> {
  const before = await rows.notices.standing(name, ref ?? '');
  if (before?.told && !before.pending) return;
  const failures = (before?.failures ?? 0) + 1;
  const isForGood = health === 'sign-in-required' || failures >= mostPassing || (diagnosis !== null && renderDiagnosis(diagnosis, 'en').retry === 'no');
  const standing = { function: name, ref: ref ?? '', failures, since: before?.since ?? since, diagnosis, health: before?.health === 'sign-in-required' ? before.health : health, ...(await namesOf(rows, ref)) };
  // It came back before anybody heard that it had gone.
  if (before?.told) return rows.notices.putStanding({ ...standing, told: true, pending: null });
  const pending = before?.pending ?? { kind: 'failed' as const, group: `${name} ${diagnosis?.code ?? ''}`, at };
  await rows.notices.putStanding({ ...standing, told: false, pending: isForGood ? pending : null });
}

async function namesOf(rows: Repositories, ref: string | null): Promise<Pick<NoticeStanding, 'name' | 'queue'>> {
  const pilot = ref === null ? null : await rows.pilots.get(pilotIdOf(ref));
  if (!pilot) return { name: null, queue: null };
  return { name: titleOf(pilot), queue: (await rows.queues.get(pilot.queueId))?.name ?? null };
}
