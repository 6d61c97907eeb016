import net from 'node:net';

/**
 * Where a request comes from, for limits: the address of its connection, or what the proxy in front says in `X-Forwarded-For` where there is one: the last entry, which it has added itself.
 * Of IPv6 the first 64 bits: that much belongs to one place.
 */
export function sourceFrom(connection: string | undefined, forwardedFor: string | null, isBehindProxy: boolean): string {
  const last = isBehindProxy ? forwardedFor?.split(',').at(-1)?.trim() : undefined;
  const address = last !== undefined && net.isIP(last) !== 0 ? last : (connection ?? 'unknown');
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*$/, '');
  return net.isIPv6(plain) ? `${firstGroups(plain).join(':')}::/64` : plain;
}

function firstGroups(address: string): string[] {
  const [head = '', tail] = address.split('::');
  const front = head === '' ? [] : head.split(':');
  const back = tail === undefined || tail === '' ? [] : tail.split(':');
  const missing = tail === undefined ? 0 : 8 - front.length - back.length;
  return [...front, ...Array.from({ length: missing }, () => '0'), ...back].slice(0, 4).map((group) => group.toLowerCase().replace(/^0+(?=.)/, ''));
}
