import { describe, expect, test } from 'vitest';
import { keywordDefaults } from '../../../../contract/keywords.ts';
import { mailboxPreview } from '../../../../contract/presence.ts';
import type { Appointment } from '../appointment.ts';
import { presenceLine } from './calendar-line.ts';
import { foldKeywords } from './keyword-match.ts';
import { zoneOf } from './local-time.ts';
import { previewMailbox } from './mailbox-preview.ts';

const now = Date.parse('2026-11-25T09:00:00Z');
const keywords = foldKeywords(keywordDefaults.en.keywords);

function rulesOf(timeZone = 'Europe/Berlin', autoBackToOffice = true) {
  const zone = zoneOf(timeZone);
  if (!zone) throw new Error(timeZone);
  return { zone, keywords, autoBackToOffice, now, reader: 'en' } as const;
}

let made = 0;
/** An appointment of 25 November, times in UTC. */
function appointment(subject: string, start: string, end: string, more: Partial<Appointment> = {}): Appointment {
  const instant = (text: string) => (text.includes('T') ? text : `2026-11-25T${text}:00Z`);
  return { id: `a${made++}`, subject, start: instant(start), end: instant(end), isAllDay: false, isCancelled: false, isDeclined: false, isPrivate: false, isRecurring: false, ...more };
}

/** The preview in short: `Lunch: sets` and `11:00 lunch`. */
function preview(appointments: Appointment[], rules: ReturnType<typeof rulesOf> = rulesOf()) {
  const answer = previewMailbox('anna@contoso.com', appointments, rules);
  expect(mailboxPreview.parse({ ...answer, transcript: [] })).toEqual({ ...answer, transcript: [] });
  for (const { preview: { why } } of answer.appointments) expect(why).not.toMatch(/[{}]|undefined/);
  return {
    answer,
    rules: answer.appointments.map((found) => `${found.subject}: ${found.preview.rule}`),
    whys: answer.appointments.map((found) => found.preview.why),
    line: answer.line.map(({ at, presence }) => `${at.slice(5, 16)} ${presence}`),
  };
}

test('a day with each rule', () => {
  const { answer, rules, line } = preview([
    appointment('Lunch with Ben', '11:00', '12:00'),
    appointment('Jour fixe', '09:30', '10:00'),
    appointment('Meeting', '10:00', '10:30', { isRecurring: true }),
    appointment('Break', '13:00', '14:00', { isCancelled: true }),
    appointment('Home', '15:00', '16:00', { isDeclined: true }),
    appointment('Sick', '16:00', '16:00'),
  ]);
  expect(rules).toEqual(['Jour fixe: no-keyword', 'Meeting: sets', 'Lunch with Ben: sets', 'Break: cancelled', 'Home: declined', 'Sick: ended']);
  expect(line).toEqual(['11-25T10:00 meeting', '11-25T10:30 office', '11-25T11:00 lunch', '11-25T12:00 office']);
  expect(answer).toMatchObject({ mailbox: 'anna@contoso.com', from: '2026-11-25T09:00:00.000Z', to: '2026-11-26T09:00:00.000Z', more: false });
  expect(answer.appointments[1]).toMatchObject({ isRecurring: true, isCancelled: false, preview: { keyword: { text: 'Meeting', at: 0, status: 'meeting' } } });
});

test('of a private one the keyword is told and nothing else', () => {
  const { answer } = preview([appointment('Dr. Weber, then Home', '11:00', '12:00', { isPrivate: true }), appointment('Salary talk', '13:00', '14:00', { isPrivate: true })]);
  expect(answer.appointments.map(({ subject, preview: { keyword } }) => [subject, keyword])).toEqual([[null, { text: 'Home', at: 0, status: 'home' }], [null, null]]);
  expect(JSON.stringify(answer)).not.toMatch(/Weber|Salary/);
});

describe('what runs already', () => {
  test('has set its presence: the line begins with it', () => {
    const { line, whys } = preview([appointment('Meeting', '08:30', '09:30')]);
    expect(line).toEqual(['11-25T09:00 meeting', '11-25T09:30 office']);
    expect(whys).toEqual(['Has set Meeting at 09:30. At 10:30 Office is set again, up to 30 s later. This holds if it was in the calendar 3.5 minutes before its start.']);
  });

  test('what begins before 3.5 minutes are over was seen before, or is not', () => {
    expect(preview([appointment('Meeting', '09:03', '09:30')]).whys[0]).toMatch(/^Sets Meeting at 10:03 .* 3\.5 minutes before its start\.$/);
    expect(preview([appointment('Meeting', '09:04', '09:30')]).whys[0]).not.toMatch(/3\.5 minutes/);
  });

  test('what has ended, and what comes after 24 hours, is not there', () => {
    expect(preview([appointment('Meeting', '08:30', '09:00'), appointment('Home', '2026-11-26T09:00:00Z', '2026-11-26T10:00:00Z'), appointment('Lunch', '2026-11-26T08:59:00Z', '2026-11-26T10:00:00Z')])).toMatchObject({
      rules: ['Lunch: sets'],
      line: ['11-26T08:59 lunch'],
    });
  });
});

describe('overlapping', () => {
  const outer = appointment('Home', '10:00', '16:00');
  const inner = appointment('Meeting', '11:00', '12:00');
  const decides = 'the one that begins later, or of those that begin together the one that ends first.';

  test('the later start decides, then the other one comes back', () => {
    const { rules, whys } = preview([outer, inner]);
    expect(rules).toEqual(['Home: replaced', 'Meeting: sets']);
    expect(whys).toEqual([
      `Sets Home at 11:00, up to 30 s later, since calendars are read every 30 s. From 12:00 to 13:00 another appointment decides and sets Meeting: ${decides} At 17:00 Office is set again, up to 30 s later.`,
      'Sets Meeting at 12:00, up to 30 s later, since calendars are read every 30 s. At 13:00 Home follows, since another appointment runs then.',
    ]);
  });

  test('without Auto back to office it does not come back', () => {
    const { rules, whys } = preview([outer, inner], rulesOf('Europe/Berlin', false));
    expect(rules).toEqual(['Home: replaced', 'Meeting: sets']);
    expect(whys[0]).toBe(`Sets Home at 11:00, up to 30 s later, since calendars are read every 30 s. From 12:00 on another appointment decides and sets Meeting: ${decides}`);
    expect(whys[1]).toMatch(/Without Auto back to office Meeting stays after 13:00/);
  });

  test('the same times: the first status of the table, and the other one is never set', () => {
    const { rules, whys, line } = preview([appointment('Sick', '10:00', '11:00'), appointment('Meeting', '10:00', '11:00')]);
    expect(rules).toEqual(['Sick: replaced', 'Meeting: sets']);
    expect(whys[0]).toBe(`From 11:00 on another appointment decides and sets Meeting: ${decides}`);
    expect(line).toEqual(['11-25T10:00 meeting', '11-25T11:00 office']);
  });

  test('the longer of two that begin together comes after the shorter', () => {
    const { whys } = preview([appointment('Sick', '10:00', '12:00'), appointment('Meeting', '10:00', '11:00')]);
    expect(whys[0]).toBe(`From 11:00 to 12:00 another appointment decides and sets Meeting: ${decides} Sets Sick at 12:00, up to 30 s later, since calendars are read every 30 s. At 13:00 Office is set again, up to 30 s later.`);
  });

  test('one after the other is no overlap', () => {
    const { rules, whys } = preview([inner, appointment('Lunch', '12:00', '13:00')]);
    expect(rules).toEqual(['Meeting: sets', 'Lunch: sets']);
    expect(whys[0]).toMatch(/At 13:00 Lunch follows/);
  });
});

describe('all-day', () => {
  const allDay = (start: string, end: string) => appointment('Holiday', start, end, { isAllDay: true });
  test.each([
    ['as Graph says it, in Berlin', 'Europe/Berlin', allDay('2026-11-26T00:00:00Z', '2026-11-27T00:00:00Z'), ['11-25T23:00 holiday']],
    ['as EWS says it, in Berlin', 'Europe/Berlin', allDay('2026-11-25T23:00:00Z', '2026-11-26T23:00:00Z'), ['11-25T23:00 holiday']],
    ['as Graph says it, in Los Angeles, of today', 'America/Los_Angeles', allDay('2026-11-25T00:00:00Z', '2026-11-26T00:00:00Z'), ['11-25T09:00 holiday', '11-26T08:00 office']],
    ['as Graph says it, in Auckland', 'Pacific/Auckland', allDay('2026-11-26T00:00:00Z', '2026-11-27T00:00:00Z'), ['11-25T11:00 holiday']],
  ])('%s', (_what, timeZone, found, expected) => {
    const { line, whys } = preview([found], rulesOf(timeZone));
    expect(line).toEqual(expected);
    expect(whys[0]).toContain(`from midnight to midnight in ${timeZone}`);
  });
});

test('more than 200 appointments: the first ones are shown, the line is that of all until it is cut', () => {
  const many = Array.from({ length: 1400 }, (_, minute) => {
    const start = now + (minute + 10) * 60_000;
    return appointment('Meeting', new Date(start).toISOString(), new Date(start + 30_000).toISOString());
  });
  const { answer } = preview(many);
  expect(answer.appointments).toHaveLength(200);
  expect(answer.line).toHaveLength(500);
  expect(answer).toMatchObject({ more: true, to: new Date(now + 260 * 60_000).toISOString() });
});

test('10,000 appointments, each over the next: the line is that of the last start', () => {
  const many = Array.from({ length: 10_000 }, (_, count) => appointment(count % 2 ? 'Lunch' : 'Meeting', new Date(now + count * 1000).toISOString(), new Date(now + 20_000_000 - count * 1000).toISOString()));
  const line = presenceLine(many, rulesOf(), now, now + 86_400_000);
  expect(line).toHaveLength(20_000);
  expect(line[10_000]).toEqual({ at: new Date(now + 20_000_000 - 9_999_000).toISOString(), presence: 'meeting', announcedReturn: new Date(now + 20_000_000 - 9_998_000).toISOString() });
  expect(line.at(-1)).toEqual({ at: new Date(now + 20_000_000).toISOString(), presence: 'office', announcedReturn: null });
});
