import { expect, test } from 'vitest';
import { readMailboxList } from './mailbox-list.ts';

const read = (text: string) => readMailboxList(text).listed.map(({ address }) => address);

test.each([
  ['one a line', 'anna@contoso.com\nbob@contoso.com\r\n\n  eve@contoso.com  ', ['anna@contoso.com', 'bob@contoso.com', 'eve@contoso.com']],
  ['with commas and semicolons', 'anna@contoso.com, bob@contoso.com;eve@contoso.com;', ['anna@contoso.com', 'bob@contoso.com', 'eve@contoso.com']],
  ['as Outlook copies it', 'Miller, Anna <anna@contoso.com>; Bob <bob@contoso.com>', ['anna@contoso.com', 'bob@contoso.com']],
  ['as mail programs quote names', '"Miller; Anna, Sales" <anna@contoso.com>, "Bob" <bob@contoso.com>', ['anna@contoso.com', 'bob@contoso.com']],
  ['mixed', 'anna@contoso.com, Bob <bob@contoso.com>', ['anna@contoso.com', 'bob@contoso.com']],
  ['nothing', ' \n;, \n', []],
  ['what is none stays to be named', 'anna\nBob <bob>\nanna@contoso.com eve@contoso.com', ['anna', 'bob', 'anna@contoso.com eve@contoso.com']],
  ['a quote that does not end', '"anna@contoso.com, bob@contoso.com', ['"anna@contoso.com', 'bob@contoso.com']],
])('a list %s', (_what, text, addresses) => {
  expect(read(text)).toEqual(addresses);
});

test('each address once, at its first line, whatever its case', () => {
  expect(readMailboxList('Anna@contoso.com\n\nbob@contoso.com\nanna@Contoso.com;BOB@contoso.com')).toEqual({
    listed: [
      { address: 'Anna@contoso.com', line: 1 },
      { address: 'bob@contoso.com', line: 3 },
    ],
    doubles: 2,
  });
});

test('a line of 100 000 characters is read in a moment', () => {
  const before = performance.now();
  expect(read(`"${'a,'.repeat(50_000)}`).length).toBeGreaterThan(0);
  expect(performance.now() - before).toBeLessThan(1000);
});
