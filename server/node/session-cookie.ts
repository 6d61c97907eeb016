import { parse, serialize } from 'hono/utils/cookie';
import { Confidential } from '../confidential.ts';
import type { SessionCarrier } from '../ports.ts';
import { sourceFrom } from './source.ts';

/** The session's token in a cookie that scripts cannot read and other sites do not send. Changing requests must name our own origin. `connectionOf` answers the address that a request's connection comes from. */
export function createSessionCookie(publicOrigin: string | null, connectionOf: (request: Request) => string | undefined = () => undefined): SessionCarrier {
  const originOf = (request: Request) => publicOrigin ?? new URL(request.url).origin;
  const isSecure = (request: Request) => originOf(request).startsWith('https:');
  const nameFor = (request: Request) => (isSecure(request) ? '__Host-postern-session' : 'postern-session');
  return {
    read(request) {
      const token = parse(request.headers.get('Cookie') ?? '')[nameFor(request)];
      return token === undefined ? null : new Confidential(token);
    },
    write(request, headers, token) {
      const ended = token === null ? { maxAge: 0 } : {};
      headers.append('Set-Cookie', serialize(nameFor(request), token?.reveal() ?? '', { httpOnly: true, sameSite: 'Strict', path: '/', secure: isSecure(request), ...ended }));
    },
    sourceOf: (request) => sourceFrom(connectionOf(request), request.headers.get('X-Forwarded-For'), publicOrigin !== null),
    isOwn(request) {
      const origin = request.headers.get('Origin');
      return origin !== null && (origin === originOf(request) || origin === new URL(request.url).origin);
    },
  };
}
