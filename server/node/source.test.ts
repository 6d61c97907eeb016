import { expect, test } from 'vitest';
import { sourceFrom } from './source.ts';

test.each([
  ['192.0.2.7', null, false, '192.0.2.7'],
  ['::ffff:192.0.2.7', null, false, '192.0.2.7'],
  // A header that anybody can send says nothing where no proxy stands in front.
  ['192.0.2.7', '203.0.113.9', false, '192.0.2.7'],
  ['127.0.0.1', '203.0.113.9', true, '203.0.113.9'],
  // What came before the proxy's own entry was written by whoever asks.
  ['127.0.0.1', '1.1.1.1, 203.0.113.9', true, '203.0.113.9'],
  ['127.0.0.1', 'somebody', true, '127.0.0.1'],
  ['127.0.0.1', null, true, '127.0.0.1'],
  ['2001:db8:1:2:3:4:5:6', null, false, '2001:db8:1:2::/64'],
  ['2001:0DB8::6', null, false, '2001:db8:0:0::/64'],
  ['fe80::1%eth0', null, false, 'fe80:0:0:0::/64'],
  ['::1', null, false, '0:0:0:0::/64'],
  [undefined, null, false, 'unknown'],
])('%s with X-Forwarded-For %s (behind a proxy: %s) is %s', (connection, forwardedFor, isBehindProxy, source) => {
  expect(sourceFrom(connection, forwardedFor, isBehindProxy)).toBe(source);
});
