import { renderDiagnosis } from '../../../../contract/explanations/render.ts';
import type { Language } from '../../../../contract/fields.ts';
import { renewalUseState, type Renewal, type RenewalUse } from '../../../../contract/renewal.ts';
import { placeOf } from '../../../../contract/secret-source.ts';
import type { RenewalRow, RenewalUseRow } from '../../../renewal-rows.ts';
import type { Repositories } from '../../../store.ts';
import { isOf, type ApplicationGroup } from '../groups.ts';

const most = 100_000;
const afterToken: readonly (string | null)[] = ['permission', 'sign-in', 'operation'];

/** Where the new secret of a renewal is, until it is switched or discarded. */
export function newSecretName({ id }: Pick<RenewalRow, 'id'>): string {
  return `renewal:${id}/client-secret`;
}

/** The last renewal of an application, or null. */
export async function findRenewal(rows: Repositories, group: ApplicationGroup): Promise<RenewalRow | null> {
  const own = (await rows.renewals.all()).filter(({ target, tenantIds }) => tenantIds.some((tenantId) => isOf(group, { ...target, tenantId })));
  return own.toSorted((a, b) => (a.startedAt < b.startedAt ? -1 : 1)).at(-1) ?? null;
}

/** A renewal as the API shows it; `none` where there was none. */
export async function showRenewal(rows: Repositories, row: RenewalRow | null): Promise<Renewal> {
  const none = Object.fromEntries(renewalUseState.options.map((state) => [state, 0])) as Renewal['counts'];
  if (!row) return { state: 'none', version: 0, by: null, startedAt: null, endedAt: null, hint: null, clientSecretExpiresAt: null, counts: none, total: 0, canCheckAgain: false, canSwitch: false };
  const { state, version, by, startedAt, endedAt, hint, clientSecretExpiresAt } = row;
  const counts = { ...none, ...(await rows.renewals.counts(row.id)) };
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
  const isKept = state !== 'checking' && (await rows.secrets.get(newSecretName(row))) !== null;
  return { state, version, by, startedAt, endedAt, hint: hint && `…${hint}`, clientSecretExpiresAt, counts, total, canCheckAgain: isKept, canSwitch: isKept && state === 'failed' && (await isAccepted(rows, row)) };
}

/** One of those who take part, in the reader's language. */
export function showRenewalUse({ source, queue, name, state, ms, step, diagnosis }: RenewalUseRow, language: Language): RenewalUse {
  return { source, ...placeOf(source), queue, name, state, ms, step, ...(diagnosis && { diagnosis: renderDiagnosis(diagnosis, language) }) };
}

/** Brought the new secret a token to all, so that what failed came after it? */
export async function isAccepted(rows: Repositories, { id }: RenewalRow): Promise<boolean> {
  const { items } = await rows.renewals.uses({ renewalId: id, states: ['failed', 'changed', 'pending'], limit: most });
  return items.length > 0 && items.every(({ state, step }) => state === 'failed' && afterToken.includes(step));
}
