import { describe, expect, test } from 'vitest';
import { api } from '../../../contract/addresses.ts';
import { dueDay } from './ends.ts';
import { noticeSystem } from './testing.ts';

const day = 86_400;
const now = Date.parse('2026-11-24T12:00:00.000Z');
const at = (days: number) => new Date(now + days * day * 1000).toISOString();
const calendar = (days: number) => ({
  authMethod: 'microsoft-oauth',
  access: 'graph',
  cloud: 'global',
  server: 'https://graph.microsoft.com/v1.0',
  scope: 'https://graph.microsoft.com/.default',
  username: 'pbx@contoso.com',
  tenantId: 'contoso.com',
  applicationId: '2ce20fd9-826c-440f-bc3b-0d52c1a7e9f4',
  clientSecret: 'Zos8Q~planted',
  clientSecretExpiresAt: at(days),
});

/** A system with a calendar whose client secret ends in so many days. */
async function system(days: number) {
  const made = await noticeSystem();
  const put = async (value: object) => {
    await made.signInAgain();
    const { etag } = await made.ask('GET', api.exchangeCalendar);
    return made.ask('PUT', api.exchangeCalendar, value, { 'If-Match': etag ?? '' });
  };
  expect((await put(calendar(days))).status).toBe(200);
  // Checks of it fail here, which is another story.
  const told = () => made.notices().filter(({ kind }) => kind === 'ends').map(({ title, groups }) => [title, groups[0]?.ends?.days]);
  return { ...made, put, told };
}

describe('what ends', () => {
  test('is told 60, 30, 14, 7 and 1 days before, each once', async () => {
    const { told, pass, end } = await system(70);
    for (const days of [5, 5, 10, 10, 10, 8, 8, 7, 3, 3, 1, 3]) await pass(days * day);
    const title = (days: string) => `Client Secret of Exchange Calendar Integration ${days}`;
    expect(told()).toEqual([[title('ends in 60 days'), 60], [title('ends in 30 days'), 30], [title('ends in 14 days'), 14], [title('ends in 7 days'), 7], [title('ends in a day'), 1]]);
    await end();
  });

  test('and was not told while the system was off, is told once with the days that are left; after a renewal it begins anew', async () => {
    const { told, notices, pass, put, end } = await system(100);
    await pass(89 * day);
    await pass(3_600);
    expect(told().map(([, days]) => days)).toEqual([11]);
    expect(notices().find(({ kind }) => kind === 'ends')?.groups).toMatchObject([{ diagnosis: null, ends: { what: 'client-secret', name: 'Client Secret', owner: 'entra-admin', who: 'Entra administrator', fix: expect.stringContaining('Make a new one') }, items: [{ function: 'exchange-calendar', health: expect.any(String) }] }]);
    await put({ ...calendar(100 + 89), clientSecret: 'another one' });
    await pass(3_600);
    expect(told()).toHaveLength(1);
    await pass(41 * day);
    await pass(3_600);
    expect(told().map(([, days]) => days)).toEqual([11, 59]);
    await end();
  });

  test.each([
    ['far away', 61, null, null],
    ['sixty days away', 60, null, 60],
    ['told', 59, 60, null],
    ['nearer than what was told', 29, 60, 30],
    ['two marks further', 5, 30, 7],
    ['past, and told', -3, 1, null],
    ['past, and never told', -3, null, 1],
    ['long past', -61, null, null],
  ])('%s: %d days', (_what, days, told, due) => {
    expect(dueDay(at(days), told === null ? null : { at: at(days), days: told }, new Date(now))).toBe(due);
  });

  test('later than what was told begins anew, earlier does not', () => {
    expect(dueDay(at(20), { at: at(2), days: 7 }, new Date(now))).toBe(30);
    expect(dueDay(at(2), { at: at(20), days: 7 }, new Date(now))).toBeNull();
  });
});
