import { renderDiagnosis } from '../../../contract/explanations/render.ts';
import type { Language } from '../../../contract/fields.ts';
import { noticesDefaults, type NoticesInput, type NoticesTest, type NoticesTestInput } from '../../../contract/notices.ts';
import type { Context } from '../context.ts';
import { recordIn } from '../events/record.ts';
import { fieldProblem } from '../http/problem.ts';
import { newId } from '../ids.ts';
import { fateOf, openSecret, type BoundSecret } from '../secrets/bound-secret.ts';
import type { Received } from '../secrets/received.ts';
import { mailPasswordOf, signingSecretOf } from './secrets.ts';
import { savedWay, sendNotice, targetOf, type Way } from './send.ts';
import { checkServer, readNotices } from './settings.ts';
import { changeStatus } from './status.ts';

/**
 * Sends a test notice once, by what is saved or by a draft, in which stored secrets stand in for absent ones; says whether it arrived. Ends with the signal.
 * Raises 422 for a channel that is off, a secret that was entered for another place, and the mail server of E-mail forwarding.
 */
export async function sendTestNotice(context: Context, { channel, draft }: Received<NoticesTestInput>, { actor, language }: { actor: string; language: Language }, signal: AbortSignal): Promise<NoticesTest> {
  const { ports } = context;
  const way = draft ? await draftWay(context, draft) : savedWay(context, (await ports.store.transaction(readNotices)).settings);
  if (!way.settings[channel].enabled) throw fieldProblem('/channel', 'channel-off', 'This channel is switched off.');
  const at = ports.clock.now().toISOString();
  const id = newId(ports.random);
  const outcome = await sendNotice(context, way, channel, { id, kind: 'test', at, items: [] }, [], signal);
  const target = targetOf(way.settings, channel);
  const diagnosis = outcome?.diagnosis ?? null;
  await ports.store.transaction(async (rows) => {
    const params = { ...diagnosis?.params, target, notice: id, ...(diagnosis && { code: diagnosis.code }) };
    await recordIn(rows, ports, { kind: diagnosis ? 'test-notice-failed' : 'test-notice-sent', function: null, actor, params });
    // A draft says nothing of what is saved.
    if (!draft) await changeStatus(rows, (status) => ({ [channel]: diagnosis ? { ...status[channel], failure: { at, diagnosis } } : { lastSent: { at, kind: 'test' }, failure: null } }));
  });
  return { at, id, target, diagnosis: diagnosis && renderDiagnosis(diagnosis, language) };
}

async function draftWay({ ports }: Context, draft: Received<NoticesInput>): Promise<Way> {
  const find = async (given: Parameters<typeof fateOf>[0], secret: BoundSecret) => {
    const fate = await ports.store.transaction(async (rows) => fateOf(given, await rows.secrets.get(secret.name), { ...secret, pointer: `/draft${secret.pointer}` }));
    if (fate.kind === 'set') return async () => fate.plain;
    return async () => (fate.kind === 'keep' ? openSecret(ports, secret, fate.row) : null);
  };
  await ports.store.transaction((rows) => checkServer(rows, draft, '/draft'));
  const { language, webhook, mail } = draft;
  const { mail: none } = noticesDefaults;
  return {
    settings: {
      language,
      webhook: { enabled: webhook.enabled, url: webhook.url ?? '', signingSecret: noticesDefaults.webhook.signingSecret },
      mail: { ...none, enabled: mail.enabled, smtp: { ...mail.smtp, host: mail.smtp.host ?? '' }, username: mail.username ?? '', from: mail.from ?? '', to: mail.to },
    },
    signingSecret: await find(webhook.signingSecret, signingSecretOf(draft)),
    password: await find(mail.password, mailPasswordOf(draft)),
  };
}
