import { expect, test } from 'vitest';
import { emailAddress } from './fields.ts';

const codesOf = (value: string) => emailAddress.safeParse(value).error?.issues.map(({ message }) => message);

test.each([
  ['pbx@contoso.com', undefined],
  ['почта@пример.рф', undefined],
  ['büro@köln.example', undefined],
  ['αβγ@παράδειγμα.ελ', undefined],
  // Cyrillic о and е, Greek omicron.
  ['pbx@cоntoso.com', ['mixed-scripts']],
  ['sаlеs@contoso.com', ['mixed-scripts']],
  ['pbx@contosο.com', ['mixed-scripts']],
  ['pbx', ['email']],
])('%s', (value, codes) => {
  expect(codesOf(value)).toEqual(codes);
});
