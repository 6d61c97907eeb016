import { Hono, type Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { Clock } from '../../server/ports.ts';
import type { GraphError } from '../scenarios/scenario.ts';
import { readBearer, type TokenFault } from './bearer.ts';
import { appointments } from './calendar.ts';
import { breakdown } from './faults.ts';
import { eventNames, eventOf, type EventName } from './graph-event.ts';
import { mailboxState } from './mailboxes.ts';
import { randomGuid } from './random.ts';
import type { PlayedMicrosoft } from './state.ts';

const firstPage = 10;
const largestPage = 1000;
const options = new Set(['startdatetime', 'enddatetime', '$select', '$top', '$skip', '$orderby']);

/** Microsoft Graph: the calendar view of a user, for the tokens of applications. */
export function createGraph(microsoft: PlayedMicrosoft, clock: Clock): Hono {
  const app = new Hono();
  const now = () => clock.now().getTime();

  app.use(breakdown(async () => (await microsoft.scenario()).exchange?.breaks));

  app.get('/:version{v1\\.0|beta}/users/:user/calendarView', async (c) => {
    const user = c.req.param('user');
    const url = new URL(c.req.url);
    const grant = await readBearer(microsoft, c.req.header('Authorization'), url.origin, now());
    if (typeof grant === 'string') return fail(c, tokenFaults[grant]);
    if (!('roles' in grant)) return fail(c, errors.denied);
    if (grant.roles.length === 0) return fail(c, errors.noPermissions);
    if (!grant.roles.includes('Calendars.Read')) return fail(c, errors.denied);
    const { exchange } = await microsoft.scenario();
    if (exchange?.graph) return fail(c, exchange.graph, user);
    const state = await mailboxState(user, grant.tenantGuid);
    if (state !== 'there') return fail(c, state === 'unknown' ? errors.unknownUser : errors.denied, user);
    const asked = readQuery(url.searchParams);
    if ('code' in asked) return fail(c, asked);
    const zone = /outlook\.timezone="([^"]*)"/i.exec(c.req.header('Prefer') ?? '')?.[1];
    if ((zone ?? 'UTC') !== 'UTC') return fail(c, badQuery(`Times are played in UTC only, not in '${zone}'.`));
    if (zone) c.header('Preference-Applied', 'outlook.timezone="UTC"');
    const all = appointments({ mailbox: user, from: asked.from, to: asked.to, now: now(), days: 'utc', isCrowded: exchange?.crowdedCalendars ?? false });
    const shown = all.slice(asked.skip, asked.skip + asked.top);
    const next = asked.skip + shown.length;
    return answer(c, {
      '@odata.context': `${url.origin}/${c.req.param('version')}/$metadata#users('${encodeURIComponent(user)}')/calendarView${asked.select ? `(${asked.select.join(',')})` : ''}`,
      'value': shown.map((appointment) => {
        const whole = eventOf(appointment, user);
        const wanted = asked.select ?? eventNames;
        return Object.fromEntries([['@odata.etag', `W/"${whole.changeKey}"`], ['id', whole.id], ...wanted.map((name): [string, unknown] => [name, whole[name]])]);
      }),
      ...(next < all.length && { '@odata.nextLink': withSkip(url, next) }),
    });
  });

  app.all('*', (c) => fail(c, { status: 400, code: 'BadRequest', text: `Resource not found for the segment '${c.req.path.split('/')[2] ?? ''}'.` }));

  function fail(c: Context, { status, code, text, retryAfter }: GraphError, user = ''): Response {
    if (retryAfter !== undefined) c.header('Retry-After', String(retryAfter));
    const requestId = randomGuid();
    const innerError = { 'date': clock.now().toISOString().slice(0, 19), 'request-id': requestId, 'client-request-id': c.req.header('client-request-id') ?? requestId };
    return answer(c, { error: { code, message: text.replaceAll('{user}', user), innerError } }, status, requestId);
  }

  return app;
}

const errors = {
  denied: { status: 403, code: 'ErrorAccessDenied', text: 'Access is denied. Check credentials and try again.' },
  noPermissions: { status: 401, code: 'NoPermissionsInAccessToken', text: 'The token contains no permissions, or permissions can not be understood.' },
  unknownUser: { status: 404, code: 'ErrorInvalidUser', text: "The requested user '{user}' is invalid." },
  noWindow: { status: 400, code: 'ErrorInvalidParameter', text: 'This request requires a time window specified by the query string parameters StartDateTime and EndDateTime.' },
} satisfies Record<string, GraphError>;

const tokenFaults: Record<TokenFault, GraphError> = {
  'missing': { status: 401, code: 'InvalidAuthenticationToken', text: 'Access token is empty.' },
  'unknown': { status: 401, code: 'InvalidAuthenticationToken', text: 'Access token validation failure. Invalid signature.' },
  'expired': { status: 401, code: 'InvalidAuthenticationToken', text: 'Lifetime validation failed, the token is expired.' },
  'other-audience': { status: 401, code: 'InvalidAuthenticationToken', text: 'Access token validation failure. Invalid audience.' },
};

interface Query {
  from: number;
  to: number;
  top: number;
  skip: number;
  select: EventName[] | null;
}

// Without a zone the window's times are UTC. The names of options are told apart by no case.
function readQuery(given: URLSearchParams): Query | GraphError {
  const query = Object.fromEntries([...given].map(([name, value]) => [name.toLowerCase(), value]));
  const unknown = Object.keys(query).find((name) => !options.has(name));
  if (unknown) return badQuery(`The query option '${unknown}' is not played here.`);
  const [from, to] = [query['startdatetime'], query['enddatetime']].map((text = '') => Date.parse(/(?:Z|[+-]\d\d:\d\d)$/i.test(text) ? text : `${text}Z`));
  if (from === undefined || to === undefined || Number.isNaN(from) || Number.isNaN(to)) return errors.noWindow;
  const count = (name: string, fallback: number) => (query[name] === undefined ? fallback : /^\d{1,6}$/.test(query[name]) ? Number(query[name]) : Number.NaN);
  const [top, skip] = [count('$top', firstPage), count('$skip', 0)];
  if (!(top >= 1) || Number.isNaN(skip)) return badQuery(`Invalid value for ${top >= 1 ? '$skip' : '$top'} query option.`);
  if (!/^start\/dateTime(?: asc)?$/.test(query['$orderby'] ?? 'start/dateTime')) return badQuery("The query option '$orderby' takes only 'start/dateTime' here.");
  const select = query['$select']?.split(',').map((name) => name.trim()) ?? null;
  const wrong = select?.find((name) => !eventNames.some((known) => known === name));
  if (wrong !== undefined) return { status: 400, code: 'RequestBroker--ParseUri', text: `Could not find a property named '${wrong}' on type 'microsoft.graph.event'.` };
  return { from, to, top: Math.min(top, largestPage), skip, select: select?.flatMap((name) => eventNames.find((known) => known === name) ?? []) ?? null };
}

function badQuery(text: string): GraphError {
  return { status: 400, code: 'BadRequest', text };
}

function withSkip(url: URL, skip: number): string {
  const next = new URL(url);
  next.searchParams.set('$skip', String(skip));
  return next.href;
}

function answer(c: Context, body: object, status = 200, requestId = randomGuid()): Response {
  c.header('request-id', requestId);
  c.header('client-request-id', c.req.header('client-request-id') ?? requestId);
  c.header('x-ms-ags-diagnostic', '{"ServerInfo":{"DataCenter":"Germany West Central","Slice":"E","Ring":"5","ScaleUnit":"003","RoleInstance":"FR1PEPF00001234"}}');
  const type = status === 200 ? 'application/json; odata.metadata=minimal; odata.streaming=true; IEEE754Compatible=false; charset=utf-8' : 'application/json';
  return c.body(JSON.stringify(body), status as ContentfulStatusCode, { 'Content-Type': type });
}
