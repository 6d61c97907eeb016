import type { Params, StoredDiagnosis } from '../../../contract/diagnosis.ts';
import type { ProviderName } from '../../../contract/external-providers.ts';
import { isOfOperation } from '../diagnosis/exchange-code.ts';
import { diagnoseExchange } from '../diagnosis/exchange.ts';
import { readCalendar } from '../external-providers/exchange/calendar.ts';
import type { Call, CalendarPart, ExchangePlace } from '../external-providers/exchange/place.ts';
import { openPublicContacts, searchPublicContacts } from '../external-providers/exchange/public-contacts.ts';
import { say, StepFailure, type Rung } from './ladder.ts';

interface Subject {
  function: ProviderName;
  /** Where Exchange is asked, once the token is there. Rejects with `StepFailure` where the secret cannot be had. */
  place: () => Promise<ExchangePlace>;
  mailbox: string;
  /** Public contacts are searched for it; null: all of them are read. */
  name?: string | null;
  /** Those of the diagnoses. */
  params: Params;
  note: (line: string) => void;
}

const dayMs = 24 * 60 * 60 * 1000;
const mostAppointments = 1000;
const mostContacts = 50;

/** The steps at Exchange, `sign-in` and `operation`: does it let us into the mailbox, and can be read there what is to be read. */
export function exchangeRungs(services: Pick<Call, 'ports'>, subject: Subject): Rung[] {
  return subject.function === 'exchange-calendar' ? calendarRungs(services, subject) : directoryRungs(services, subject);
}

/** Can the calendar of this mailbox be read? Answers null, or why not. Rejects with the signal's reason. */
export async function checkMailbox({ ports }: Pick<Call, 'ports'>, { place, mailbox, params, note }: { place: ExchangePlace; mailbox: string; params: Params; note: (line: string) => void }, signal: AbortSignal): Promise<StoredDiagnosis | null> {
  const tried = await attempt({ ports, mailbox, note, signal }, place, 'calendar', params, (call) => readNextDay(call, place, 1));
  return 'diagnosis' in tried ? tried.diagnosis : null;
}

function calendarRungs({ ports }: Pick<Call, 'ports'>, { place, mailbox, params, note }: Subject): Rung[] {
  // From the one answer come both steps.
  let read: Tried<CalendarPart> | null = null;
  return [
    {
      ...signIn(mailbox),
      async run(signal) {
        const at = await place();
        read = await attempt({ ports, mailbox, note, signal }, at, 'calendar', params, (call) => readNextDay(call, at, mostAppointments));
        return opened(read, at, mailbox);
      },
    },
    {
      name: 'operation',
      before: say('calendar', { mailbox }),
      failed: say('failed-calendar', { mailbox }),
      async run() {
        const { appointments, more } = valueOf(read);
        return say(more ? 'calendar-read-in-part' : 'calendar-read', { mailbox, count: appointments.length });
      },
    },
  ];
}

function directoryRungs({ ports }: Pick<Call, 'ports'>, { place, mailbox, name = null, params, note }: Subject): Rung[] {
  let root: Tried<unknown> | null = null;
  return [
    {
      ...signIn(mailbox),
      async run(signal) {
        const at = await place();
        root = await attempt({ ports, mailbox, note, signal }, at, 'public-folders', params, (call) => openPublicContacts(call, at));
        return opened(root, at, mailbox);
      },
    },
    {
      name: 'operation',
      before: name === null ? say('public-contacts') : say('public-contacts-of-name', { name }),
      failed: say('failed-public-contacts'),
      async run(signal) {
        valueOf(root);
        const at = await place();
        const { total } = valueOf(await attempt({ ports, mailbox, note, signal }, at, 'public-folders', params, (call) => searchPublicContacts(call, at, { name, limit: mostContacts })));
        return name === null ? say('contacts-read', { count: total }) : say('contacts-found', { name, count: total });
      },
    },
  ];
}

function signIn(mailbox: string): Pick<Rung, 'name' | 'before' | 'failed'> {
  return { name: 'sign-in', before: say('mailbox', { mailbox }), failed: say('failed-mailbox', { mailbox }) };
}

function readNextDay(call: Call, place: ExchangePlace, limit: number): Promise<CalendarPart> {
  const now = call.ports.clock.now();
  return readCalendar(call, place, { from: now.toISOString(), to: new Date(now.getTime() + dayMs).toISOString(), limit });
}

type Tried<T> = { value: T } | { diagnosis: StoredDiagnosis };

async function attempt<T>(call: Call, place: ExchangePlace, use: 'calendar' | 'public-folders', params: Params, work: (call: Call) => Promise<T>): Promise<Tried<T>> {
  try {
    return { value: await work(call) };
  } catch (error) {
    call.signal.throwIfAborted();
    return { diagnosis: diagnoseExchange(error, { place, use, mailbox: call.mailbox, now: call.ports.clock.now() }, params) };
  }
}

// A folder that cannot be read is in a mailbox that was opened.
function opened(tried: Tried<unknown>, { server }: ExchangePlace, mailbox: string) {
  if ('diagnosis' in tried && !isOfOperation(tried.diagnosis.code)) throw new StepFailure(tried.diagnosis);
  return say('mailbox-opened', { host: new URL(server).hostname, mailbox });
}

function valueOf<T>(tried: Tried<T> | null): T {
  if (tried && 'value' in tried) return tried.value;
  if (tried) throw new StepFailure(tried.diagnosis);
  throw new Error('The step before has not run.');
}
