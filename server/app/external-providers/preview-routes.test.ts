import { describe, expect, test } from 'vitest';
import { api } from '../../../contract/addresses.ts';
import { preview as previewAnswer } from '../../../contract/presence.ts';
import { testBackend } from '../testing.ts';

const meeting = { subject: 'Meeting', start: '2026-11-24T14:00', end: '2026-11-24T14:30', timeZone: 'Europe/Berlin', language: 'en', autoBackToOffice: true };

async function system() {
  const made = testBackend();
  await made.signIn();
  const preview = (value: object, headers: Record<string, string> = {}) => made.ask('POST', api.preview, { ...meeting, ...value }, headers);
  return {
    ...made,
    preview,
    /** What an appointment is refused for. */
    async refusal(value: object) {
      const { status, body } = await preview(value);
      return [status, ...(body.errors ?? []).map(({ pointer, code }: Record<string, string>) => `${pointer} ${code}`)];
    },
  };
}

test('a meeting an hour from now, in both languages', async () => {
  const { preview } = await system();
  const { status, body } = await preview({});
  expect(status).toBe(200);
  expect(previewAnswer.parse(body)).toEqual(body);
  expect(body).toEqual({
    rule: 'sets',
    keyword: { text: 'Meeting', at: 0, status: 'meeting' },
    why: 'Sets Meeting at 14:00 and Office again at 14:30, each up to 30 s later, since calendars are read every 30 s.',
    start: '2026-11-24T13:00:00.000Z',
    end: '2026-11-24T13:30:00.000Z',
    line: [{ at: '2026-11-24T13:00:00.000Z', presence: 'meeting', announcedReturn: '2026-11-24T13:30:00.000Z' }, { at: '2026-11-24T13:30:00.000Z', presence: 'office', announcedReturn: null }],
  });
  expect((await preview({}, { 'Accept-Language': 'de-AT' })).body.why).toBe('Setzt um 14:00 Uhr den Status Besprechung und um 14:30 Uhr wieder Büro, jeweils bis zu 30 s später, da die Kalender alle 30 s gelesen werden.');
});

test('it is made now, or when it is said to be', async () => {
  const { preview, forward } = await system();
  const soon = { start: '2026-11-24T13:10', end: '2026-11-24T13:30' };
  expect((await preview(soon)).body.rule).toBe('sets');
  forward(8 * 60);
  expect((await preview(soon)).body.rule).toBe('too-soon');
  expect((await preview({ ...soon, now: '2026-11-24T12:06:40Z' })).body.rule).toBe('depends-on-poll');
});

test('an all-day one runs from midnight to midnight of the zone, its last day included', async () => {
  const { preview } = await system();
  expect((await preview({ subject: 'Holiday', isAllDay: true, start: '2027-03-27', end: '2027-03-28' })).body).toMatchObject({
    rule: 'sets',
    start: '2027-03-26T23:00:00.000Z',
    end: '2027-03-28T22:00:00.000Z',
    why: 'Sets Holiday at 00:00 on 27 March 2027 and Office again at 00:00 on 29 March 2027, each up to 30 s later, since calendars are read every 30 s. An all-day appointment runs from midnight to midnight in Europe/Berlin.',
  });
  expect((await preview({ subject: 'Holiday', isAllDay: true, start: '2026-11-24', end: '2026-11-24' })).body).toMatchObject({ rule: 'started', line: [] });
});

describe('changes of daylight saving', () => {
  test('over the change to summer time an hour is missing', async () => {
    const { preview } = await system();
    expect((await preview({ start: '2027-03-28T01:30', end: '2027-03-28T03:30' })).body).toMatchObject({ start: '2027-03-28T00:30:00.000Z', end: '2027-03-28T01:30:00.000Z', why: expect.stringMatching(/^Sets Meeting at 01:30 on 28 March 2027 and Office again at 03:30,/) });
  });

  test('a time that comes twice is the first one, and that is said', async () => {
    const { preview } = await system();
    const { body } = await preview({ start: '2027-10-31T02:15', end: '2027-10-31T02:45' });
    expect(body).toMatchObject({ start: '2027-10-31T00:15:00.000Z', end: '2027-10-31T00:45:00.000Z' });
    expect(body.why).toMatch(/Its start comes twice, since clocks are put back that day: the first one counts \(UTC\+2\)\. Its end comes twice, .*\(UTC\+2\)\.$/);
  });

  test('an end that comes twice is the first after the start', async () => {
    const { preview } = await system();
    const { body } = await preview({ start: '2027-10-31T02:45', end: '2027-10-31T02:15' });
    expect(body).toMatchObject({ start: '2027-10-31T00:45:00.000Z', end: '2027-10-31T01:15:00.000Z' });
    expect(body.why).toMatch(/the first one after the start counts \(UTC\+1\)\.$/);
  });

  test('half an hour, too', async () => {
    const { preview, refusal } = await system();
    expect((await preview({ timeZone: 'Australia/Lord_Howe', start: '2027-04-04T01:45', end: '2027-04-04T02:15' })).body).toMatchObject({ start: '2027-04-03T14:45:00.000Z', end: '2027-04-03T15:45:00.000Z', why: expect.stringContaining('(UTC+11)') });
    expect(await refusal({ timeZone: 'Australia/Lord_Howe', start: '2027-10-03T02:15', end: '2027-10-03T03:00' })).toEqual([422, '/start time-skipped']);
  });
});

describe('what is refused, at its field', () => {
  test.each([
    ['a start that clocks skip', { start: '2027-03-28T02:30', end: '2027-03-28T04:00' }, '/start time-skipped'],
    ['an end that clocks skip', { start: '2027-03-28T01:30', end: '2027-03-28T02:30' }, '/end time-skipped'],
    ['a zone that is none', { timeZone: 'Europe/Bielefeld' }, '/timeZone time-zone'],
    ['an offset as zone', { timeZone: '+02:00' }, '/timeZone time-zone'],
    ['an end before the start', { end: '2026-11-24T13:59' }, '/end end-before-start'],
    ['a last day before the first', { isAllDay: true, start: '2026-11-25', end: '2026-11-24' }, '/end end-before-start'],
    ['a day that no month has', { start: '2027-02-30T10:00' }, '/start local-time'],
    ['an instant', { end: '2026-11-24T14:30:00Z' }, '/end local-time'],
    ['a time where days are asked for', { isAllDay: true }, '/start local-date'],
    ['an end that is no day', { isAllDay: true, start: '2026-11-25', end: '2026-11-31' }, '/end local-date'],
    ['no language of the voicemail', { language: 'pl' }, '/language voicemail-language'],
    ['1,001 characters', { subject: 'x'.repeat(1001) }, '/subject too-long'],
    ['no subject', { subject: null }, '/subject type'],
    ['a day as now', { now: '2026-11-24' }, '/now timestamp'],
    ['another member', { isDeclined: true }, '/isDeclined unknown-member'],
  ])('%s', async (_what, value, expected) => {
    const { refusal } = await system();
    expect(await refusal(value)).toEqual([422, expected]);
  });
});

test.each(['ا', 'פ', 'ป', '会', '🎉', 'e\u0301', '\u200f', '\ud83d', '{', '<b>'])('300 characters of %j are a subject like others', async (piece) => {
  const { preview } = await system();
  const subject = piece.repeat(300).slice(0, 292);
  expect((await preview({ subject })).body).toMatchObject({ rule: 'no-keyword', keyword: null, line: [] });
  expect((await preview({ subject: `${subject} Meeting` })).body).toMatchObject({ rule: 'sets', keyword: { text: 'Meeting', at: 293 } });
});

test('who only reads may try, nobody without a session', async () => {
  const { backend, preview, ports } = await system();
  await ports.store.transaction(async (rows) => {
    const [admin] = await rows.accounts.all();
    if (admin) await rows.accounts.put({ ...admin, role: 'basic' });
  });
  expect((await preview({})).status).toBe(200);
  expect((await backend.fetch(new Request(`http://localhost${api.preview}`, { method: 'POST', headers: { 'Origin': 'http://localhost', 'Content-Type': 'application/json' }, body: JSON.stringify(meeting) }))).status).toBe(401);
});
