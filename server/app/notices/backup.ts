import { noticesInput, type Notices } from '../../../contract/notices.ts';
import { Confidential } from '../../confidential.ts';
import { inputOf, putSettings, sealItem, storedSecrets, type ItemBound } from '../backup/function-part.ts';
import type { Item, Part, StoredItem, Value } from '../backup/part.ts';
import { mailPasswordOf, signingSecretOf } from './secrets.ts';
import { name } from './settings.ts';
import { changeStatus } from './status.ts';

type Settings = Pick<Notices, 'language'> & { webhook: Pick<Notices['webhook'], 'enabled' | 'url'>; mail: Pick<Notices['mail'], 'enabled' | 'smtp' | 'username' | 'from' | 'to'> };

/** Where notices go. What stands behind the `?` of the webhook's address is often a key: it is treated as a secret. The address of the calendar is made anew, and what waits to be sent is no configuration. */
export const noticeBackup: Part = {
  name: 'notices',
  settings: /^notices$/,
  secrets: /^notices\/(?:signing-secret|password)$/,
  async read(rows, stores) {
    const stored = await rows.settings.get(name);
    if (!stored?.value) return [];
    const settings = stored.value as Settings;
    const [url, query] = split(settings.webhook.url);
    const secrets: StoredItem['secrets'] = query === '' ? {} : { webhookQuery: { changedAt: stored.changedAt, mark: query, open: async () => new Confidential(query) } };
    return [{ id: name, value: { ...settings, webhook: { ...settings.webhook, url } }, secrets: { ...storedSecrets(stores, boundOf(settings)), ...secrets } }];
  },
  check(_context, item) {
    const given = whole(item);
    const { language, webhook, mail } = inputOf(noticesInput, { ...item.value, webhook: { ...Object(item.value['webhook']), url: given.webhook.url } });
    const [url] = split(webhook.url ?? '');
    return { language, webhook: { ...webhook, url }, mail: { ...mail, smtp: { ...mail.smtp, host: mail.smtp.host ?? '' }, username: mail.username ?? '', from: mail.from ?? '' } };
  },
  nameOf: () => '',
  uses: ({ value }) => boundOf(value as unknown as Settings).filter(({ used }) => used).map(({ field }) => ({ function: name, ref: null, field })),
  async write(context, [item]) {
    if (!item) return async () => {};
    const settings = whole(item);
    const sealed = await sealItem(context, item, boundOf(settings));
    return async (rows) => {
      await putSettings(context, rows, name, settings as unknown as Value);
      await rows.secrets.putAll(new Map(sealed));
      const now = context.ports.clock.now().toISOString();
      for (const channel of ['webhook', 'mail'] as const) await rows.notices.hasten(channel, settings[channel].enabled ? now : null);
      await changeStatus(rows, () => {});
    };
  },
  async remove(context, rows) {
    await putSettings(context, rows, name, null);
    for (const secret of ['signing-secret', 'password']) await rows.secrets.delete(`${name}/${secret}`);
    for (const channel of ['webhook', 'mail'] as const) await rows.notices.hasten(channel, null);
    await changeStatus(rows, () => {});
  },
};

function boundOf(settings: Settings): ItemBound[] {
  return [
    { ...signingSecretOf(settings), field: 'signingSecret' },
    { ...mailPasswordOf(settings), field: 'password' },
  ];
}

function split(url: string): [place: string, query: string] {
  const at = url.indexOf('?');
  return at < 0 ? [url, ''] : [url.slice(0, at), url.slice(at)];
}

// The address as it is called.
function whole({ value, secrets }: Pick<Item, 'value' | 'secrets'>): Settings {
  const settings = value as unknown as Settings;
  const url = `${String(Object(settings.webhook).url ?? '')}${secrets['webhookQuery']?.plain.reveal() ?? ''}`;
  return { ...settings, webhook: { ...settings.webhook, url } };
}
