import { createMiddleware } from 'hono/factory';
import { parseAccept } from 'hono/utils/accept';
import { api } from '../../../contract/addresses.ts';
import type { Language } from '../../../contract/fields.ts';
import { mayDo, type Role } from '../../../contract/roles.ts';
import type { RequestState, Services } from '../context.ts';
import { newId } from '../ids.ts';
import { findSession } from '../accounts/sessions.ts';
import { ProblemError } from './problem.ts';

const changing = new Set(['POST', 'PUT', 'PATCH', 'DELETE']);
const asksByItself = new Set<string>([api.functions, api.checks]);

/** First of all: request id, language, host and origin. Raises 421 for a foreign Host and 403 for a foreign Origin. */
export function arrival({ ports, config }: Services) {
  return createMiddleware<RequestState>(async (c, next) => {
    c.set('requestId', newId(ports.random));
    c.set('language', languageOf(c.req.header('Accept-Language')));
    if (!isOurHost(new URL(c.req.url).hostname, config.publicHosts)) throw new ProblemError('misdirected');
    if (changing.has(c.req.method) && !ports.sessions.isOwn(c.req.raw)) throw new ProblemError('foreign-origin');
    await next();
    c.header('Cache-Control', 'no-store');
    c.header('X-Content-Type-Options', 'nosniff');
    c.header('Referrer-Policy', 'no-referrer');
    c.header('Content-Security-Policy', "default-src 'none'; frame-ancestors 'none'");
  });
}

/**
 * Lets through who is signed in with at least this role. Raises 401, 403 `forbidden`, and 403 `password-change-required` where his password is to be changed first and the route is not the one for it.
 * Who waited for news and was signed out meanwhile gets 401 in their place.
 */
export function needs(services: Services, role: Role, { mayOwePassword = false }: { mayOwePassword?: boolean } = {}) {
  return createMiddleware<RequestState>(async (c, next) => {
    // An open page asks for news for as long as it is open: that is nobody's use.
    const isWaiting = c.req.query('after') !== undefined;
    const isUse = !isWaiting && !(c.req.method === 'GET' && asksByItself.has(c.req.path));
    const found = await findSession(services, c.req.raw, isUse);
    if (!found) throw new ProblemError('not-signed-in');
    const { id, username, email, mustChangePassword } = found.account;
    if (mustChangePassword && !mayOwePassword) throw new ProblemError('password-change-required');
    if (!mayDo(found.account.role, role)) throw new ProblemError('forbidden');
    c.set('caller', { accountId: id, username, email, role: found.account.role, session: found.session.tokenHash });
    await next();
    if (isWaiting && !(await findSession(services, c.req.raw, false))) throw new ProblemError('not-signed-in');
  });
}

function languageOf(header: string | undefined): Language {
  const wanted = parseAccept(header ?? '').map(({ type }) => type.split('-')[0]?.toLowerCase());
  return wanted.find((language) => language === 'en' || language === 'de') ?? 'en';
}

function isOurHost(hostname: string, publicHosts: readonly string[]): boolean {
  const isIp = /^[\d.]+$/.test(hostname) || hostname.startsWith('[');
  return isIp || hostname === 'localhost' || hostname.endsWith('.localhost') || publicHosts.includes(hostname);
}
