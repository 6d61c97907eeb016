import { expect, test } from 'vitest';
import { eventsUrl } from '../../../api/events.ts';
import { paths } from '../../../paths.ts';
import { asInstant, asLocal, isFiltered, viewOf } from './event-view.ts';

const viewAt = (path: string) => viewOf(new URL(path, 'http://localhost').searchParams);

test('a view is the same after its address', () => {
  const view = { severity: 'error', function: 'queue-pilot', ref: 'q/p', actor: 'anna', changes: true, range: 'custom', from: '2026-11-24T12:00:00.000Z', to: '2026-11-25T12:00:00.000Z', q: 'sales & <b>', event: 'e' };
  expect(viewAt(paths.eventLog(view))).toEqual(view);
  expect(viewAt(paths.eventLog())).toEqual({});
});

test.each(['severity=fatal', 'function=fax', 'range=century', 'changes=maybe', 'range=custom&from=yesterday', 'from=2026-11-24T12:00:00Z&range=all'])('what an address does not mean is left out: %s', (query) => {
  const { range: _range, ...view } = viewAt(`/service-center/event-log?${query}`);
  expect(view).toEqual({});
});

test('an end before the beginning is no end', () => {
  expect(viewAt(paths.eventLog({ range: 'custom', from: '2026-11-25T12:00:00.000Z', to: '2026-11-24T12:00:00.000Z' }))).toEqual({ range: 'custom', from: '2026-11-25T12:00:00.000Z' });
});

test('what the server is asked for', () => {
  const asked = (path: string) => Object.fromEntries(new URL(eventsUrl(viewAt(path)), 'http://localhost').searchParams);
  expect(asked(paths.eventLog({ changes: true, q: 'x', event: 'e', range: 'custom', to: '2026-11-24T12:00:00.000Z' }))).toEqual({ changes: 'true', q: 'x', to: '2026-11-24T12:00:00.000Z' });
  const { from = '' } = asked(paths.eventLog({ range: 'week' }));
  expect(Math.round((Date.now() - Date.parse(from)) / 60_000)).toBe(7 * 24 * 60);
});

test('an open event leaves nothing out', () => {
  expect(isFiltered({ event: 'e' })).toBe(false);
  expect(isFiltered({ q: 'x' })).toBe(true);
});

test('the fields are in the reader’s zone, to the minute', () => {
  expect(asInstant(asLocal('2026-07-24T12:34:00.000Z'))).toBe('2026-07-24T12:34:00.000Z');
  expect([asLocal(undefined), asInstant(''), asInstant('nonsense')]).toEqual(['', undefined, undefined]);
});
