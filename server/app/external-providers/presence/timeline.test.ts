import { describe, expect, test } from 'vitest';
import type { KeywordStatus } from '../../../../contract/presence.ts';
import { lineOf, turnsOf, type Stay } from './timeline.ts';

const day = '2026-11-25';
const at = (time: string) => Date.parse(`${day}T${time}:00Z`);
const stay = (start: string, end: string, status: KeywordStatus): Stay => ({ start: at(start), end: at(end), status });

/** The line of a day as `10:00 meeting –11:00`. */
function line(stays: Stay[], { autoBack = true, from = '00:00', to = '23:59' } = {}) {
  const short = (instant: string | null) => (instant ? ` –${instant.slice(11, 16)}` : '');
  return lineOf(turnsOf(stays, autoBack), autoBack, at(from), at(to)).map((point) => `${point.at.slice(11, 16)} ${point.presence}${short(point.announcedReturn)}`);
}

const meeting = stay('10:00', '12:00', 'meeting');
const lunch = stay('11:00', '11:30', 'lunch');

describe('with Auto back to office', () => {
  test.each([
    ['nothing', [], []],
    ['one', [meeting], ['10:00 meeting –12:00', '12:00 office']],
    ['two apart', [meeting, stay('13:00', '14:00', 'break')], ['10:00 meeting –12:00', '12:00 office', '13:00 break –14:00', '14:00 office']],
    ['one after the other: no Office in between', [meeting, stay('12:00', '13:00', 'lunch')], ['10:00 meeting –12:00', '12:00 lunch –13:00', '13:00 office']],
    ['one within the other: the outer one comes back', [meeting, lunch], ['10:00 meeting –12:00', '11:00 lunch –11:30', '11:30 meeting –12:00', '12:00 office']],
    ['one that outlasts the other', [meeting, stay('11:00', '13:00', 'home')], ['10:00 meeting –12:00', '11:00 home –13:00', '13:00 office']],
    ['three in one another', [stay('09:00', '17:00', 'home'), meeting, lunch], ['09:00 home –17:00', '10:00 meeting –12:00', '11:00 lunch –11:30', '11:30 meeting –12:00', '12:00 home –17:00', '17:00 office']],
    ['the middle one ends under the last', [stay('09:00', '17:00', 'home'), stay('10:00', '11:00', 'meeting'), stay('10:30', '12:00', 'lunch')], ['09:00 home –17:00', '10:00 meeting –11:00', '10:30 lunch –12:00', '12:00 home –17:00', '17:00 office']],
    ['together: the one that ends first, then the other', [stay('10:00', '11:00', 'home'), meeting], ['10:00 home –11:00', '11:00 meeting –12:00', '12:00 office']],
    ['the same twice: the first status of the table', [stay('10:00', '12:00', 'sick'), meeting], ['10:00 meeting –12:00', '12:00 office']],
    ['without duration: nothing', [stay('10:00', '10:00', 'sick'), stay('11:00', '10:00', 'home')], []],
    ['all at once ends all at once', [meeting, stay('11:00', '12:00', 'lunch')], ['10:00 meeting –12:00', '11:00 lunch –12:00', '12:00 office']],
  ])('%s', (_what, stays: Stay[], expected: string[]) => {
    expect(line(stays)).toEqual(expected);
    expect(line(stays.toReversed())).toEqual(expected);
  });
});

describe('without it', () => {
  const without = { autoBack: false };
  test('the presence stays, and the announced return moves by 15 minutes each time', () => {
    expect(line([meeting], without)).toEqual(['10:00 meeting –12:00', '12:00 meeting –12:15', '12:15 meeting –12:30', '12:30 meeting –12:45', '12:45 meeting –13:00']);
  });

  test('until the next one starts', () => {
    expect(line([meeting, stay('12:20', '13:00', 'lunch')], without).slice(0, 4)).toEqual(['10:00 meeting –12:00', '12:00 meeting –12:15', '12:15 meeting –12:30', '12:20 lunch –13:00']);
    expect(line([meeting, stay('12:00', '13:00', 'lunch')], without).slice(0, 2)).toEqual(['10:00 meeting –12:00', '12:00 lunch –13:00']);
  });

  test('an end brings nothing back', () => {
    expect(line([meeting, lunch], without).slice(0, 3)).toEqual(['10:00 meeting –12:00', '11:00 lunch –11:30', '11:30 lunch –11:45']);
  });
});

describe('a part of the day', () => {
  test.each([
    ['from the middle of one', { from: '10:30' }, ['10:30 meeting –12:00', '11:00 lunch –11:30', '11:30 meeting –12:00', '12:00 office']],
    ['from its start', { from: '11:00' }, ['11:00 lunch –11:30', '11:30 meeting –12:00', '12:00 office']],
    ['from the end of all: Office, which needs no point', { from: '12:00' }, []],
    ['to the middle of one', { to: '11:00' }, ['10:00 meeting –12:00']],
    ['long after the end, without Auto back to office', { from: '11:46', autoBack: false }, ['11:46 lunch –12:00', '12:00 lunch –12:15', '12:15 lunch –12:30', '12:30 lunch –12:45', '12:45 lunch –13:00']],
    ['at a move of the return', { from: '11:45', to: '12:15', autoBack: false }, ['11:45 lunch –12:00', '12:00 lunch –12:15']],
  ])('%s', (_what, part, expected) => {
    expect(line([meeting, lunch], part)).toEqual(expected);
  });
});
