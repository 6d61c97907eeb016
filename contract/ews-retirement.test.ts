import { expect, test } from 'vitest';
import { clouds } from './clouds.ts';
import { ewsRetirement } from './ews-retirement.ts';

const online = 'https://outlook.office365.com/EWS/Exchange.asmx';

test.each([
  ['2026-06-01T00:00:00Z', 'announced', 122],
  ['2026-09-30T23:59:59Z', 'announced', 1],
  ['2026-10-01T00:00:00Z', 'blocked', 182],
  ['2026-11-24T12:00:00Z', 'blocked', 128],
  ['2027-03-31T23:59:59Z', 'blocked', 1],
  ['2027-04-01T00:00:00Z', 'gone', null],
  ['2030-01-01T00:00:00Z', 'gone', null],
])('%s: %s', (now, stage, daysLeft) => {
  expect(ewsRetirement(new Date(now), online)).toEqual({ stage, daysLeft, blockedFrom: '2026-10-01', goneFrom: '2027-04-01' });
});

test.each(Object.values(clouds).map(({ exchangeHost }) => exchangeHost))('%s ends in every cloud', (host) => {
  expect(ewsRetirement(new Date('2026-11-24'), `https://${host.toUpperCase()}/EWS/Exchange.asmx`)).toMatchObject({ stage: 'blocked' });
});

test.each(['https://mail.contoso.com/EWS/Exchange.asmx', 'https://outlook.office365.com.example.com/EWS/Exchange.asmx', 'outlook.office365.com', ''])('%j does not end', (server) => {
  expect(ewsRetirement(new Date('2026-11-24'), server)).toBeNull();
});
