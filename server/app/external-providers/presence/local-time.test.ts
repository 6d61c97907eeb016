import type { IANAZone } from 'luxon';
import { describe, expect, test } from 'vitest';
import { instantsOf, midnights, offsetAt, startOfDay, zoneOf } from './local-time.ts';

function zone(name: string): IANAZone {
  const found = zoneOf(name);
  if (!found) throw new Error(`${name} is no zone`);
  return found;
}
const iso = (instant: number | null) => instant && new Date(instant).toISOString();

test.each(['Europe/Berlin', 'europe/berlin', 'America/Argentina/Buenos_Aires', 'UTC', 'Etc/GMT+5'])('%s is a zone', (name) => {
  expect(zoneOf(name)).not.toBeNull();
});

test.each(['', 'Berlin', 'Europe/Bielefeld', 'local', 'system', 'default', '+02:00', 'UTC+2', 'Europe/Berlin\u0000', 'W. Europe Standard Time'])('%j is none', (name) => {
  expect(zoneOf(name)).toBeNull();
});

describe('local times', () => {
  test.each([
    ['winter', 'Europe/Berlin', '2026-11-25T10:00', ['2026-11-25T09:00:00.000Z']],
    ['summer', 'Europe/Berlin', '2027-07-01T10:00:30', ['2027-07-01T08:00:30.000Z']],
    ['the last second before clocks are put forward', 'Europe/Berlin', '2027-03-28T01:59:59', ['2027-03-28T00:59:59.000Z']],
    ['the first one that is skipped', 'Europe/Berlin', '2027-03-28T02:00', []],
    ['the last one that is skipped', 'Europe/Berlin', '2027-03-28T02:59:59', []],
    ['the first one after it', 'Europe/Berlin', '2027-03-28T03:00', ['2027-03-28T01:00:00.000Z']],
    ['the last second that comes once', 'Europe/Berlin', '2026-10-25T01:59:59', ['2026-10-24T23:59:59.000Z']],
    ['the first one that comes twice', 'Europe/Berlin', '2026-10-25T02:00', ['2026-10-25T00:00:00.000Z', '2026-10-25T01:00:00.000Z']],
    ['the last one that comes twice', 'Europe/Berlin', '2026-10-25T02:59:59', ['2026-10-25T00:59:59.000Z', '2026-10-25T01:59:59.000Z']],
    ['the first one that comes once again', 'Europe/Berlin', '2026-10-25T03:00', ['2026-10-25T02:00:00.000Z']],
    ['half an hour is skipped', 'Australia/Lord_Howe', '2026-10-04T02:29', []],
    ['and then it goes on', 'Australia/Lord_Howe', '2026-10-04T02:30', ['2026-10-03T15:30:00.000Z']],
    ['half an hour comes twice', 'Australia/Lord_Howe', '2027-04-04T01:45', ['2027-04-03T14:45:00.000Z', '2027-04-03T15:15:00.000Z']],
    ['no change where there is none any more', 'America/Sao_Paulo', '2026-11-01T00:00', ['2026-11-01T03:00:00.000Z']],
    ['a day that a country has skipped', 'Pacific/Apia', '2011-12-30T12:00', []],
  ])('%s', (_what, name, local, instants) => {
    expect(instantsOf(local, zone(name))?.map(iso)).toEqual(instants);
  });

  test.each(['2027-02-29T10:00', '2026-11-25', '2026-11-25T24:00', '2026-11-25T10:60', '2026-11-25T10:00Z', '2026-11-25T10:00+01:00', '2026-W48-3T10:00', '1999-12-31T10:00', '10000-01-01T10:00', '25.11.2026 10:00', ''])('%j is none', (local) => {
    expect(instantsOf(local, zone('Europe/Berlin'))).toBeNull();
  });
});

describe('days', () => {
  test.each([
    ['an ordinary one', 'Europe/Berlin', '2026-11-25', '2026-11-24T23:00:00.000Z', 24],
    ['of 23 hours', 'Europe/Berlin', '2027-03-28', '2027-03-27T23:00:00.000Z', 23],
    ['of 25 hours', 'Europe/Berlin', '2026-10-25', '2026-10-24T22:00:00.000Z', 25],
    ['of 24 and a half', 'Australia/Lord_Howe', '2027-04-04', '2027-04-03T13:00:00.000Z', 24.5],
    ['one without midnight', 'Africa/Cairo', '2027-04-30', '2027-04-29T22:00:00.000Z', 23],
    ['one with two midnights', 'America/Havana', '2026-11-01', '2026-11-01T04:00:00.000Z', 25],
    ['the last of a leap year’s February', 'UTC', '2028-02-29', '2028-02-29T00:00:00.000Z', 24],
  ])('%s', (_what, name, date, start, hours) => {
    const first = startOfDay(date, zone(name));
    expect(iso(first)).toBe(start);
    expect(((startOfDay(date, zone(name), 1) ?? 0) - (first ?? 0)) / 3_600_000).toBe(hours);
  });

  test.each(['2027-02-29', '2026-11-25T00:00', '26-11-25', ''])('%j is none', (date) => {
    expect(startOfDay(date, zone('Europe/Berlin'))).toBeNull();
  });
});

test.each([
  ['Graph’s midnight in UTC, in the west', 'America/Los_Angeles', '2026-11-25T00:00:00Z', '2026-11-25T08:00:00.000Z'],
  ['Graph’s midnight in UTC, in the far east', 'Pacific/Auckland', '2026-11-25T00:00:00Z', '2026-11-24T11:00:00.000Z'],
  ['EWS’s own midnight', 'Europe/Berlin', '2026-11-24T23:00:00Z', '2026-11-24T23:00:00.000Z'],
  ['EWS’s midnight of a calendar in New York', 'Europe/Berlin', '2026-11-25T05:00:00Z', '2026-11-24T23:00:00.000Z'],
  ['EWS’s midnight of a calendar in Tokyo', 'Europe/Berlin', '2026-11-24T15:00:00Z', '2026-11-24T23:00:00.000Z'],
])('a bound of an all-day appointment: %s', (_what, name, bound, expected) => {
  const midnight = midnights(zone(name));
  expect(iso(midnight(Date.parse(bound)))).toBe(expected);
  expect(iso(midnight(Date.parse(bound)))).toBe(expected);
});

test('the distance from UTC', () => {
  expect(offsetAt(Date.parse('2026-10-25T00:30:00Z'), zone('Europe/Berlin'))).toBe('UTC+2');
  expect(offsetAt(Date.parse('2026-10-25T01:30:00Z'), zone('Europe/Berlin'))).toBe('UTC+1');
  expect(offsetAt(Date.parse('2027-04-03T15:15:00Z'), zone('Australia/Lord_Howe'))).toBe('UTC+10:30');
});
