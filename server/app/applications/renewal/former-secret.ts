import type { SecretSource } from '../../../../contract/secret-source.ts';
import type { Ports } from '../../../ports.ts';
import type { RenewalUseRow } from '../../../renewal-rows.ts';
import type { Repositories, StepRow } from '../../../store.ts';
import { recordIn } from '../../events/record.ts';

const ofClientSecret = /\/client-secret$/;

/** Where the client secret is kept that a function or a queue pilot had before the last renewal. */
export function formerSecretName(source: SecretSource): string {
  return `${source}/former-client-secret`;
}

/**
 * Notes what came of asking for a token in a check of what is saved, or in a look: from the first time on that the new one brought a token, the old one is dropped; where it brought none, that is said.
 * What began before the secret was switched says nothing of it.
 */
export async function noteSecretUse(rows: Repositories, ports: Ports, source: SecretSource, { startedAt, token }: { startedAt: string; token: Pick<StepRow, 'state' | 'diagnosis'> | undefined }): Promise<void> {
  if (token?.state !== 'passed' && token?.state !== 'failed') return;
  if ((await rows.secrets.get(formerSecretName(source))) === null) return;
  const found = (await rows.renewals.ofSource(source)).find(({ use }) => use.state === 'switched' || use.state === 'refused');
  if (!found || found.use.switchedAt === null || startedAt < found.use.switchedAt) return;
  const { renewalId, use } = found;
  if (token.state === 'failed') return change(rows, renewalId, { ...use, state: 'refused', step: 'token', diagnosis: token.diagnosis });
  await rows.secrets.delete(formerSecretName(source));
  await change(rows, renewalId, { ...use, state: 'proven', step: null, diagnosis: null });
  const renewal = await rows.renewals.get(renewalId);
  const { switched = 0, refused = 0, proven = 0 } = await rows.renewals.counts(renewalId);
  if (renewal && switched + refused === 0) await recordIn(rows, ports, { kind: 'former-secret-dropped', function: null, actor: null, params: { ...renewal.target, count: proven } });
}

/** Drops the old secret of a function or a queue pilot that has another one now, or none; `secretName` is where its client secret is. */
export async function dropFormerSecret(rows: Repositories, secretName: string): Promise<void> {
  if (!ofClientSecret.test(secretName)) return;
  const source = secretName.replace(ofClientSecret, '');
  if ((await rows.secrets.get(formerSecretName(source))) === null) return;
  await rows.secrets.delete(formerSecretName(source));
  for (const { renewalId, use } of await rows.renewals.ofSource(source)) if (use.state === 'switched' || use.state === 'refused') await change(rows, renewalId, { ...use, state: 'replaced', step: null, diagnosis: null });
}

/** Has a function that was renewed a new secret that nobody has used yet? */
export async function awaitsFirstUse(rows: Repositories, source: SecretSource, lastCheckAt: string | undefined, changedAt: string): Promise<boolean> {
  return (lastCheckAt === undefined || lastCheckAt < changedAt) && (await rows.secrets.get(formerSecretName(source))) !== null;
}

async function change(rows: Repositories, renewalId: string, use: RenewalUseRow): Promise<void> {
  await rows.renewals.putUses(renewalId, [use]);
  const renewal = await rows.renewals.get(renewalId);
  if (renewal) await rows.renewals.put({ ...renewal, version: renewal.version + 1 });
}
