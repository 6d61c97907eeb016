import { isMicrosoftMailHost } from '../../../contract/clouds.ts';
import { notices, noticesDefaults, type NoticeChannel, type Notices, type NoticesInput } from '../../../contract/notices.ts';
import type { Repositories } from '../../store.ts';
import type { Context } from '../context.ts';
import { readSettings } from '../email-forwarding/settings.ts';
import { recordIn } from '../events/record.ts';
import { checkMatch, needsMatch } from '../http/etag.ts';
import { fieldProblem } from '../http/problem.ts';
import { fateOf, showSecret, storeSecret } from '../secrets/bound-secret.ts';
import type { Received } from '../secrets/received.ts';
import { readCalendar } from './calendar-key.ts';
import { mailPasswordOf, signingSecretOf } from './secrets.ts';
import { changeStatus } from './status.ts';

/** The name of their row. */
export const name = 'notices';
const untouched = '0';

/** The settings of notices with their version; defaults where they were never saved. */
export async function readNotices(rows: Repositories): Promise<{ settings: Notices; version: string }> {
  const stored = await rows.settings.get(name);
  const value = { ...noticesDefaults, ...Object(stored?.value) } as Notices;
  const { hash: _hash, ...calendar } = await readCalendar(rows);
  const settings = notices.parse({
    ...value,
    configured: Boolean(stored?.value),
    changedAt: stored?.changedAt ?? null,
    webhook: { ...value.webhook, signingSecret: showSecret(await rows.secrets.get(signingSecretOf(value).name)) },
    mail: { ...value.mail, password: showSecret(await rows.secrets.get(mailPasswordOf(value).name)) },
    calendar,
  });
  return { settings, version: stored?.version ?? untouched };
}

/** The channels that are switched on. */
export function channelsOn({ webhook, mail }: Pick<Notices, 'webhook' | 'mail'>): NoticeChannel[] {
  return [...(webhook.enabled ? (['webhook'] as const) : []), ...(mail.enabled ? (['mail'] as const) : [])];
}

/**
 * Replaces the settings where `ifMatch` is their ETag; answers the pointers of secrets that were removed since their place is gone. What waits for a channel that is on is tried at once, and for
 * one that is off never. Raises 428, 412 with what is stored, and 422 for a secret that is missing or was entered for another place, and for the mail server of E-mail forwarding.
 */
export async function saveNotices({ ports }: Context, input: Received<NoticesInput>, ifMatch: string | undefined, actor: string): Promise<string[]> {
  needsMatch(ifMatch);
  return ports.store.transaction(async (rows) => {
    const { settings, version } = await readNotices(rows);
    checkMatch(ifMatch, version, settings);
    await checkServer(rows, input);
    const { language, webhook: { signingSecret, ...webhook }, mail: { password, ...mail } } = input;
    const removed: string[] = [];
    for (const [given, secret] of [[signingSecret, signingSecretOf(input)], [password, mailPasswordOf(input)]] as const) {
      const fate = fateOf(given, await rows.secrets.get(secret.name), secret);
      await storeSecret(ports, rows, secret, fate);
      if (fate.kind === 'removed') removed.push(secret.pointer);
    }
    const now = ports.clock.now().toISOString();
    const value = { language, webhook: { ...webhook, url: webhook.url ?? '' }, mail: { ...mail, smtp: { ...mail.smtp, host: mail.smtp.host ?? '' }, username: mail.username ?? '', from: mail.from ?? '' } };
    await rows.settings.put(name, { value, version: String(Number(version) + 1), changedAt: now });
    await recordIn(rows, ports, { kind: 'notices-saved', function: null, actor, params: {} });
    for (const channel of ['webhook', 'mail'] as const) await rows.notices.hasten(channel, input[channel].enabled ? now : null);
    await changeStatus(rows, () => {});
    return removed;
  });
}

/** Raises 422 where mail would go by the server of E-mail forwarding; `at` is where the settings stand in the body. */
export async function checkServer(rows: Repositories, { mail }: Pick<Received<NoticesInput>, 'mail'>, at = ''): Promise<void> {
  if (!mail.enabled || !(await isForwardingServer(rows, mail.smtp.host))) return;
  throw fieldProblem(`${at}/mail/smtp/host`, 'same-server', 'This is the mail server of E-mail forwarding, which cannot tell of its own failure. Use another one.');
}

/** Is this the mail server of E-mail forwarding? All of Exchange Online is one: when it fails, it fails under each of its names. */
export async function isForwardingServer(rows: Repositories, host: string): Promise<boolean> {
  const { configured, settings } = await readSettings(rows);
  if (!configured) return false;
  const [own, other] = [host.toLowerCase(), settings.smtp.host.toLowerCase()];
  return own === other || (isMicrosoftMailHost(own) && isMicrosoftMailHost(other));
}
