import { pilotInput, placeOfPilot, queueInput } from '../../../contract/contact-center.ts';
import { pilotIdOf, pilotRef } from '../../../contract/secret-source.ts';
import type { PilotEmail, PilotRow } from '../../contact-center-rows.ts';
import { titleOf } from '../../uses.ts';
import { endOfSecret, inputOf, sealItem, storedSecrets, usesOf } from '../backup/function-part.ts';
import type { Item, Part, Value } from '../backup/part.ts';
import { fieldProblem } from '../http/problem.ts';
import { isId } from '../ids.ts';
import { checkSecretEnd } from '../secrets/settings-secrets.ts';
import { purgePilot, purgeQueue } from './bin.ts';
import { checkPop3Host, secretsOfPilot } from './pilot-secrets.ts';
import { emailOf } from './pilots.ts';

/** What of the queues belongs to a backup. */
export const queueBackup: Part = {
  name: 'queues',
  read: async (rows) => (await rows.queues.all()).map(({ id, name, number }) => ({ id, value: { name, number }, secrets: {} })),
  check(_context, { id, value }) {
    if (!isId(id)) throw fieldProblem('', 'type', 'This is no id.');
    return inputOf(queueInput, value);
  },
  nameOf: ({ value }) => String(value['name']),
  write: async ({ ports }, items) => (rows) => {
    const changed = { changedAt: ports.clock.now().toISOString(), deletedAt: null, deletedBy: null };
    return rows.queues.putAll(items.map(({ id, value }) => ({ id, ...queueInput.parse(value), ...changed })));
  },
  remove: (_context, rows, id) => purgeQueue(rows, id),
};

/** What of the queue pilots belongs to a backup; their ids are their refs, `<queueId>/<pilotId>`. */
export const pilotBackup: Part = {
  name: 'pilots',
  secrets: /^queue-pilot:[^/]+\/[^/]+\/(?:password|client-secret)$/,
  async read(rows, stores) {
    return (await rows.pilots.all()).map(({ pilot: { id, queueId, type, name, number, email } }) => {
      const ref = pilotRef(queueId, id);
      if (!email) return { id: ref, value: { type, name, number }, secrets: {} };
      return { id: ref, value: { type, name, ...email }, secrets: storedSecrets(stores, secretsOfPilot(ref, email)) };
    });
  },
  check({ ports, config }, item) {
    if (item.id.split('/').length !== 2 || !item.id.split('/').every(isId)) throw fieldProblem('', 'type', 'This is no id.');
    const input = inputOf(pilotInput, item.value);
    if (input.type !== 'email') return { type: input.type, name: input.name ?? '', number: input.number };
    checkPop3Host(config, { ...input, ...placeOfPilot(input) });
    checkSecretEnd(ports.clock, input);
    const end = endOfSecret(item);
    return { type: 'email', name: input.name ?? '', ...emailOf(input, null), clientSecretExpiresAt: end && new Date(end).toISOString() };
  },
  nameOf({ id, value }, queueNames) {
    const queue = queueNames.get(id.slice(0, id.indexOf('/')));
    const title = titleOf(pilotOf({ id, value }));
    return queue === undefined ? title : `${queue} / ${title}`;
  },
  uses({ id, value }) {
    const { email } = pilotOf({ id, value });
    return email ? usesOf('queue-pilot', id, secretsOfPilot(id, email)) : [];
  },
  async write(context, items) {
    const pilots = items.map((item) => ({ item, pilot: pilotOf(item) }));
    const sealed = await Promise.all(pilots.map(({ item, pilot: { email } }) => (email ? sealItem(context, item, secretsOfPilot(item.id, email)) : [])));
    return async (rows) => {
      const changed = { changedAt: context.ports.clock.now().toISOString(), deletedAt: null, deletedBy: null };
      await rows.pilots.putAll(pilots.map(({ pilot }) => ({ ...pilot, ...changed })));
      await rows.secrets.putAll(new Map(sealed.flat()));
    };
  },
  remove: (_context, rows, ref) => purgePilot(rows, { id: pilotIdOf(ref), queueId: ref.slice(0, ref.indexOf('/')) }),
};

function pilotOf({ id: ref, value }: Pick<Item, 'id' | 'value'>): Pick<PilotRow, 'id' | 'queueId' | 'type' | 'name' | 'number' | 'email'> {
  const { type, name, number = '', ...email } = value as Value & Pick<PilotRow, 'type' | 'name'> & { number?: string };
  return { id: pilotIdOf(ref), queueId: ref.slice(0, ref.indexOf('/')), type, name, number, email: type === 'email' ? (email as unknown as PilotEmail) : null };
}
