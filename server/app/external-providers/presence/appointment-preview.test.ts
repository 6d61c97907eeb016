import { describe, expect, test } from 'vitest';
import { renderReasons } from '../../../../contract/explanations/presence.ts';
import { keywordDefaults } from '../../../../contract/keywords.ts';
import { previewAppointment } from './appointment-preview.ts';
import { foldKeywords } from './keyword-match.ts';

const keywords = foldKeywords(keywordDefaults.en.keywords);
const now = Date.parse('2026-11-25T09:00:00Z');
const minute = 60_000;

/** What a meeting of half an hour does that begins so many seconds after it is made; in Berlin, where it is 10:00 then. */
function plan(seconds: number, { subject = 'Meeting', minutes = 30, autoBackToOffice = true, isCancelled = false, isAllDay = false, language = 'en' as 'en' | 'de' } = {}) {
  const start = now + seconds * 1000;
  const { rule, reasons, line } = previewAppointment({ subject, start, end: start + minutes * minute, isAllDay, isCancelled }, { keywords, autoBackToOffice }, now);
  const why = renderReasons(reasons, language, 'Europe/Berlin', now);
  expect(why).not.toMatch(/[{}]/);
  return { rule, why, line: line.map((point) => `${point.at.slice(11, 19)} ${point.presence}${point.announcedReturn ? ` –${point.announcedReturn.slice(11, 19)}` : ''}`) };
}

describe('the 3-minute rule and the poll every 30 s, to the second', () => {
  test.each([
    [-1, 'started'],
    [0, 'too-soon'],
    [179, 'too-soon'],
    [179.999, 'too-soon'],
    [180, 'depends-on-poll'],
    [209, 'depends-on-poll'],
    [209.999, 'depends-on-poll'],
    [210, 'sets'],
    [3600, 'sets'],
  ])('made %d s before its start: %s', (seconds, rule) => {
    expect(plan(seconds).rule).toBe(rule);
  });

  test('it is over when its end has come', () => {
    expect(plan(-1800).rule).toBe('ended');
    expect(plan(-1799).rule).toBe('started');
  });

  test('only what sets something has a line', () => {
    expect(plan(-1).line).toEqual([]);
    expect(plan(179).line).toEqual([]);
    expect(plan(180).line).toEqual(['09:03:00 meeting –09:33:00', '09:33:00 office']);
    expect(plan(210).line).toEqual(['09:03:30 meeting –09:33:30', '09:33:30 office']);
    expect(plan(210, { autoBackToOffice: false }).line.slice(0, 3)).toEqual(['09:03:30 meeting –09:33:30', '09:33:30 meeting –09:48:30', '09:48:30 meeting –10:03:30']);
  });
});

describe('what comes first', () => {
  test.each([
    ['cancelled', 'cancelled', { isCancelled: true, subject: 'x' }],
    ['no keyword, though it is too late as well', 'no-keyword', { subject: 'Meetings' }],
    ['no duration', 'ended', { minutes: 0 }],
  ])('%s', (_what, rule, given) => {
    expect(plan(300, given).rule).toBe(rule);
    expect(plan(60, given).rule).toBe(rule);
    expect(plan(300, given).line).toEqual([]);
  });
});

describe('the sentence', () => {
  test.each([
    ['it sets, and Office comes back', plan(1800), 'Sets Meeting at 10:30 and Office again at 11:00, each up to 30 s later, since calendars are read every 30 s.'],
    ['it sets and stays', plan(1800, { autoBackToOffice: false }), 'Sets Meeting at 10:30, up to 30 s later, since calendars are read every 30 s. Without Auto back to office Meeting stays after 11:00, and the announced return moves by 15 minutes each time.'],
    ['another day is named', plan(86_400), 'Sets Meeting at 10:00 on 26 November and Office again at 10:30, each up to 30 s later, since calendars are read every 30 s.'],
    ['another year, too', plan(40 * 86_400, { subject: 'Holiday', minutes: 60 * 24 }), 'Sets Holiday at 10:00 on 4 January 2027 and Office again at 10:00 on 5 January 2027, each up to 30 s later, since calendars are read every 30 s.'],
    ['it depends', plan(185), 'It begins less than 3.5 minutes after it is made: only if the calendar is read by 10:00:05, while 3 minutes are left, does it set Meeting at 10:03:05. A start at 10:04 or later is certain.'],
    ['it is too soon', plan(60), 'It begins less than 3 minutes after it is made and is ignored, since its user may still be editing it. A start at 10:04 or later is certain.'],
    ['it has begun, all day', plan(-10 * 3600, { minutes: 24 * 60, isAllDay: true }), 'It began at 00:00, before it is made: only the beginning of an appointment sets a presence. An all-day appointment runs from midnight to midnight in Europe/Berlin.'],
    ['it is over', plan(-3600), 'It ended at 09:30: nothing is set.'],
    ['it has no duration', plan(300, { minutes: 0 }), 'It ends when it begins: nothing is set.'],
    ['nothing is found', plan(300, { subject: 'Jour fixe' }), 'The subject contains no keyword: nothing is set.'],
    ['a part of a word', plan(300, { subject: 'Lunchtime' }), 'The subject contains no keyword: nothing is set. “Lunch” is only a part of a longer word there; keywords are whole words.'],
    ['braces in a subject are text', plan(300, { subject: 'no keyword {start}' }), 'The subject contains no keyword: nothing is set.'],
    ['it is cancelled', plan(300, { isCancelled: true }), 'It is cancelled: nothing is set.'],
    ['auf Deutsch', plan(86_400, { language: 'de' }), 'Setzt um 10:00 Uhr am 26. November den Status Besprechung und um 10:30 Uhr wieder Büro, jeweils bis zu 30 s später, da die Kalender alle 30 s gelesen werden.'],
  ])('%s', (_what, { why }, expected) => {
    expect(why).toBe(expected);
  });
});
