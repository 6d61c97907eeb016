import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { createAddressMasker, maskAddresses } from './mask-addresses.ts';
import { encodings } from './testing.ts';

// The same cases each time.
fc.configureGlobal({ seed: 20261125 });

test.each([
  ['sara.miller@contoso.com', 's***@c***.com'],
  ['To: Sara Miller <sara.miller@contoso.com>, <tom@contoso.com>', 'To: Sara Miller <s***@c***.com>, <t***@c***.com>'],
  ['mailto:sara@contoso.co.uk?subject=x', 'mailto:s***@c***.uk?subject=x'],
  ["the account 'sara@contoso.com' does not exist", "the account 's***@c***.com' does not exist"],
  ["O'Brien@contoso.com.", 'o***@c***.com.'],
  ['"sara miller"@contoso.com', 's***@c***.com'],
  ['R&D@contoso.com, R&amp;D@contoso.com', 'r***@c***.com, r***@c***.com'],
  ['sara_fabrikam.com#EXT#@contoso.onmicrosoft.com', 's***@c***.onmicrosoft.com'],
  ['https://graph.microsoft.com/v1.0/users/sara@contoso.com/calendarView', 'https://graph.microsoft.com/v1.0/users/s***@c***.com/calendarView'],
  ['https://graph.microsoft.com/v1.0/users/sara%40contoso.com/calendarView', 'https://graph.microsoft.com/v1.0/users/s***%40c***.com/calendarView'],
  ['login_hint=sara%40contoso.com&prompt=none', 'login_hint=s***%40c***.com&prompt=none'],
  ['redirect%3Dhttps%253A%252F%252Fx%2526hint%253Dsara%2540contoso.com', 'redirect%3Dhttps%253A%252F%252Fx%2526hint%253Ds***%2540c***.com'],
  ['user=sara@contoso.com\u0001auth=Bearer ***', 'user=s***@c***.com\u0001auth=Bearer ***'],
  ['grüße@müller.de and gr%C3%BC%C3%9Fe%40xn--mller-kva.de', 'g***@x***.de and g***%40x***.de'],
  ['state%3D1%26hint%3Dm%C3%BCller%40contoso.com', 'state%3D1%26hint%3Dm***%40c***.com'],
  ['=?utf-8?Q?sara=40contoso.com?=', '=?utf-8?Q?s***=40c***.com?='],
  ['written to sara.mil=\r\nler@cont=\r\noso.com today', 'written to s***@c***.com today'],
  ['<t:EmailAddress>sara&#64;contoso.com</t:EmailAddress>', '<t:EmailAddress>s***&#64;c***.com</t:EmailAddress>'],
  [String.raw`{"upn":"sara\u0040contoso.com"}`, String.raw`{"upn":"s***\u0040c***.com"}`],
  ['sara@[10.1.2.3]', 's***@***'],
  ['root@localhost', 'r***@l***'],
  ['a@b@contoso.com', 'a***@b***@c***.com'],
])('%s', (line, masked) => {
  expect(maskAddresses(line)).toBe(masked);
});

test.each(['250-AUTH XOAUTH2', '{"@odata.context":"x","value@odata.nextLink":"y"}', 'AADSTS700016 at 14:40, 40 % of them', 'no address: @ alone, a@, @b', ''])('“%s” holds none', (line) => {
  expect(maskAddresses(line)).toBe(line);
});

const part = (letters: string, maxLength: number) => fc.string({ unit: fc.constantFrom(...letters), minLength: 4, maxLength });
const written = ['as it is', 'percent-encoded', 'percent-encoded twice', 'in a form', 'in JSON', 'in XML', 'quoted-printable'].map((name) => encodings[name] ?? String);

test('of an address nothing but its first letters and its end is left', () => {
  fc.assert(
    fc.property(fc.constantFrom(...written), part('qwertzäöü0123456789', 20), part('vbnmüß-', 20), fc.constantFrom('To: <', 'mailto:', '"upn":"', 'user=', '/users/'), (write, name, domain, before) => {
      const host = `x${domain}y.example`;
      const left = maskAddresses(`${before}${write(`k${name}@${host}`)}> and more`);
      expect(left).toMatch(/k\*\*\*.*x\*\*\*\.example/);
      for (const piece of [name, domain]) expect(left).not.toContain(write(piece));
    }),
  );
});

test('two addresses that look the same are told apart, and one is the same in all pieces and encodings', () => {
  const mask = createAddressMasker();
  expect(mask('sara@contoso.com, sam@contoso.com, sara@contosi.com')).toBe('s***@c***.com, s***-2@c***.com, s***@c***-2.com');
  expect(mask('SAM@Contoso.com')).toBe('s***-2@c***.com');
  expect(mask('sam%40contoso.com')).toBe('s***-2%40c***.com');
  expect(createAddressMasker()('sam@contoso.com')).toBe('s***@c***.com');
});

test.each(['a', 'a@', '@', '%40', '=40', "'", '"a ', 'a.', '%C3', '&amp;', 'x@y.', '=\n', '%25'])('an address behind two million letters of “%s” is found', (part) => {
  expect(maskAddresses(`${part.repeat(2_000_000 / part.length)} sara@contoso.com`)).toMatch(/s\*\*\*(?:-\d+)?@c\*\*\*\.com$/);
});

test('a hundred thousand addresses are masked within bounds', () => {
  const mask = createAddressMasker();
  for (let index = 0; index < 100_000; index += 1) expect(mask(`user${index}@contoso.com`)).toMatch(/^u\*\*\*(?:-\d+|-n)?@c\*\*\*\.com$/);
});
