import { api } from '../../../contract/addresses.ts';
import type { CalendarAddress } from '../../../contract/notices.ts';
import { Confidential } from '../../confidential.ts';
import type { Repositories } from '../../store.ts';
import type { Context } from '../context.ts';
import { recordIn } from '../events/record.ts';
import { newId, sha256 } from '../ids.ts';

const name = 'notices/calendar';

interface StoredCalendar {
  set: boolean;
  madeAt: string | null;
  madeBy: string | null;
  /** Of the key; the key itself is nowhere. */
  hash: string | null;
}

/** Is there an address of the calendar, and the hash of its key? */
export async function readCalendar(rows: Repositories): Promise<StoredCalendar> {
  return { set: false, madeAt: null, madeBy: null, hash: null, ...Object((await rows.settings.get(name))?.value) };
}

/** Makes a new address of the calendar, which is told this once; a former one is at an end. */
export async function makeCalendarAddress({ ports }: Context, actor: string): Promise<CalendarAddress> {
  const key = `${newId(ports.random)}${newId(ports.random)}`;
  const hash = await sha256(new Confidential(key));
  const madeAt = ports.clock.now().toISOString();
  await put({ ports }, { set: true, madeAt, madeBy: actor, hash }, 'calendar-address-made', actor);
  return { path: `${api.noticesCalendar}?key=${key}`, madeAt };
}

/** Ends the address of the calendar. */
export async function revokeCalendarAddress(context: Pick<Context, 'ports'>, actor: string): Promise<void> {
  await put(context, { set: false, madeAt: null, madeBy: null, hash: null }, 'calendar-address-revoked', actor);
}

/** Is this the key of the calendar's address? The time that it takes says nothing of how much of it is right. */
export async function isCalendarKey(rows: Repositories, key: string): Promise<boolean> {
  const { hash } = await readCalendar(rows);
  const given = await sha256(new Confidential(key));
  if (hash === null || hash.length !== given.length) return false;
  let different = 0;
  for (let at = 0; at < hash.length; at++) different |= hash.charCodeAt(at) ^ given.charCodeAt(at);
  return different === 0;
}

function put({ ports }: Pick<Context, 'ports'>, value: StoredCalendar, kind: 'calendar-address-made' | 'calendar-address-revoked', actor: string): Promise<void> {
  return ports.store.transaction(async (rows) => {
    const before = await readCalendar(rows);
    if (!before.set && !value.set) return;
    await rows.settings.put(name, { value, version: '1', changedAt: ports.clock.now().toISOString() });
    await recordIn(rows, ports, { kind, function: null, actor, params: {} });
  });
}
