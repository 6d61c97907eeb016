import ICAL from 'ical.js';
import { describe, expect, test } from 'vitest';
import { api } from '../../../contract/addresses.ts';
import type { FunctionRow } from '../../../contract/functions.ts';
import { processState } from '../../memory/shared-state.ts';
import { createMemoryStore } from '../../memory/store.ts';
import { createLog } from '../../node/log.ts';
import { testBackend } from '../testing.ts';
import { calendarOf } from './calendar.ts';

const now = new Date('2026-11-24T12:00:00.000Z');

function row(given: Partial<FunctionRow>): FunctionRow {
  return { function: 'email-forwarding', ref: null, queue: null, name: null, health: 'working', since: null, lastCheck: null, lastGood: null, lastMail: null, ends: [], ...given };
}

function pilot(name: string, at: string): FunctionRow {
  return row({ function: 'queue-pilot', ref: `q/${name}`, queue: 'Sales; "A", B', name, ends: [{ what: 'client-secret', at }] });
}

/** The events of a calendar, read by somebody else's parser. */
function eventsOf(rows: FunctionRow[], language: 'en' | 'de' = 'en') {
  const calendar = new ICAL.Component(ICAL.parse(calendarOf(rows, language, { now, publicUrl: 'https://postern.contoso.com' })) as unknown[]);
  return calendar.getAllSubcomponents('vevent').map((component) => {
    const event = new ICAL.Event(component);
    const alarms = component.getAllSubcomponents('valarm').map((alarm) => [alarm.getFirstPropertyValue('action'), String(alarm.getFirstPropertyValue('trigger'))]);
    return { uid: event.uid, start: event.startDate.toString(), isDate: event.startDate.isDate, summary: event.summary, description: event.description, alarms };
  });
}

describe('the calendar', () => {
  test('has a day for each end, with alarms before it', () => {
    const events = eventsOf([row({ ends: [{ what: 'sign-in', at: '2026-12-10T23:30:00.000Z' }] }), row({ function: 'exchange-calendar', ends: [{ what: 'ews', at: '2027-04-01T00:00:00.000Z' }] })]);
    expect(events).toMatchObject([
      { uid: 'email-forwarding-sign-in@postern', start: '2026-12-10', isDate: true, summary: 'Sign-in at Microsoft: E-mail forwarding', alarms: [['DISPLAY', '-P7D'], ['DISPLAY', '-P1D']] },
      { uid: 'exchange-calendar-ews@postern', start: '2027-04-01', summary: 'Exchange Web Services: Exchange Calendar Integration', alarms: [['DISPLAY', '-P30D'], ['DISPLAY', '-P7D'], ['DISPLAY', '-P1D']] },
    ]);
    expect(events[0]?.description).toContain('Open the console: https://postern.contoso.com/');
  });

  test('has one day for all pilots whose secrets end on it, and says who; what somebody has typed breaks nothing', () => {
    const at = '2027-01-31T00:00:00.000Z';
    const many = Array.from({ length: 2_000 }, (_, one) => pilot(`box${one},;\\"\r\nEND:VCALENDAR Ä𝄞`, at));
    const events = eventsOf([...many, pilot('other', '2027-02-01T00:00:00.000Z')], 'de');
    expect(events).toMatchObject([{ uid: 'queue-pilots-client-secret-2027-01-31@postern', start: '2027-01-31', summary: 'Geheimer Clientschlüssel: 2000 Funktionen und Warteschlangen-Piloten' }, { start: '2027-02-01' }]);
    expect(events[0]?.description).toContain('… (2000)');
    expect(events[1]?.summary).toBe('Geheimer Clientschlüssel: Warteschlangen-Pilot „other“ der Warteschlange „Sales; "A", B“');
  });

  test('moves an entry where its day moves, and forgets what is long past', () => {
    const of = (at: string) => eventsOf([row({ ends: [{ what: 'client-secret', at }] })]);
    const [before, after] = [of('2026-12-01T00:00:00.000Z'), of('2028-12-01T00:00:00.000Z')];
    expect(after[0]?.uid).toBe(before[0]?.uid);
    expect(after[0]?.start).toBe('2028-12-01');
    expect(of('2026-10-01T00:00:00.000Z')).toEqual([]);
  });

  test('keeps to RFC 5545 in its lines: CRLF, 75 octets at most, and what it must have', () => {
    const text = calendarOf([pilot('ä'.repeat(100), '2027-01-31T00:00:00.000Z')], 'en', { now, publicUrl: null });
    const lines = text.split('\r\n');
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect(Math.max(...lines.map((line) => new TextEncoder().encode(line).length))).toBeLessThanOrEqual(75);
    for (const needed of ['BEGIN:VCALENDAR', 'VERSION:2.0', 'BEGIN:VEVENT', 'DTSTAMP:20261124T120000Z', 'DTSTART;VALUE=DATE:20270131', 'END:VEVENT', 'END:VCALENDAR']) expect(lines).toContain(needed);
  });
});

describe('its address', () => {
  async function system() {
    let log = '';
    const state = processState();
    const made = testBackend({ ports: { store: createMemoryStore(state), log: createLog('info', { write: (line: string) => void (log += line) }) } });
    await made.signIn();
    const read = (path: string) => made.backend.fetch(new Request(`http://localhost${path}`));
    return { ...made, read, texts: async () => `${log}${await state.update(async (value) => ({ result: JSON.stringify(value) }))}${(await made.ask('GET', api.events)).text}${(await made.ask('GET', api.notices)).text}` };
  }

  test('is told once, opens without a session, and is kept nowhere', async () => {
    const { ask, read, texts } = await system();
    const { status, body } = await ask('POST', api.noticesCalendarKey);
    expect(status).toBe(201);
    const answer = await read(body.path);
    expect([answer.status, answer.headers.get('Content-Type')]).toEqual([200, 'text/calendar; charset=utf-8']);
    expect(await answer.text()).toContain('BEGIN:VCALENDAR');
    expect((await ask('GET', api.notices)).body.calendar).toEqual({ set: true, madeAt: '2026-11-24T12:00:00.000Z', madeBy: 'admin' });
    expect(await texts()).not.toContain(body.path.split('key=')[1]);
  });

  test('ends when a new one is made, and when it is revoked', async () => {
    const { ask, read } = await system();
    const first = (await ask('POST', api.noticesCalendarKey)).body.path;
    const second = (await ask('POST', api.noticesCalendarKey)).body.path;
    expect([(await read(first)).status, (await read(second)).status]).toEqual([404, 200]);
    expect((await ask('DELETE', api.noticesCalendarKey)).status).toBe(204);
    expect((await read(second)).status).toBe(404);
    expect((await ask('DELETE', api.noticesCalendarKey)).status).toBe(204);
    expect((await ask('GET', api.events)).body.items.map(({ kind }: { kind: string }) => kind).slice(0, 3)).toEqual(['calendar-address-revoked', 'calendar-address-made', 'calendar-address-made']);
  });

  test('with a wrong key is not there, whatever is wrong with it, and after many of them it is slow', async () => {
    const { ask, read, forward } = await system();
    const none = await read(`${api.noticesCalendar}?key=x`);
    const { path } = (await ask('POST', api.noticesCalendarKey)).body;
    const answers = [none, await read(`${path.slice(0, -1)}`), await read(`${path}x`), await read(api.noticesCalendar), await read(`${path.replace(/=.{4}/, '=aaaa')}`)];
    for (const answer of answers) expect([answer.status, (await answer.json()).detail]).toEqual([404, 'There is nothing at this address.']);
    let last = 0;
    for (let one = 0; one < 30; one++) last = (await read(`${api.noticesCalendar}?key=${one}`)).status;
    expect(last).toBe(429);
    // Whoever has the right one is not kept waiting by those who guess.
    expect((await read(path)).status).toBe(200);
    forward(5);
    expect((await read(`${api.noticesCalendar}?key=x`)).status).toBe(404);
  });
});
