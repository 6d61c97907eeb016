import type { Appointment } from '../appointment.ts';
import { ExchangeRefusal, UnreadableAnswer } from './failures.ts';
import { refusalFacts } from './headers.ts';
import type { Call, CalendarPart, ExchangePlace, Window } from './place.ts';
import { hiderOf, request, type Answer } from './request.ts';

const fields = 'subject,start,end,isAllDay,showAs,sensitivity,isCancelled,responseStatus,type';
const mostOfOnePage = 1000;
// A next page is whatever the server says: it must come to an end.
const mostPages = 100;

/** The calendar view of Microsoft Graph, page by page: learn.microsoft.com/graph/api/user-list-calendarview. Rejects as `readCalendar` does. */
export async function readGraphCalendar(call: Call, place: ExchangePlace, { from, to, limit }: Window): Promise<CalendarPart> {
  const query = `startDateTime=${encodeURIComponent(from)}&endDateTime=${encodeURIComponent(to)}&$select=${fields}&$orderby=start/dateTime&$top=${Math.min(limit, mostOfOnePage)}`;
  const appointments: Appointment[] = [];
  let url: string | null = `${place.server.replace(/\/+$/, '')}/users/${encodeURIComponent(call.mailbox)}/calendarView?${query}`;
  for (let pages = 0; url !== null && pages < mostPages && appointments.length < limit; pages += 1) {
    const page = await readPage(call, place, url);
    appointments.push(...page.value.map(readEvent));
    url = page.nextLink;
  }
  return { appointments: appointments.slice(0, limit), more: url !== null || appointments.length > limit };
}

interface Page {
  value: unknown[];
  nextLink: string | null;
}

async function readPage(call: Call, place: ExchangePlace, url: string): Promise<Page> {
  const hider = hiderOf(place);
  const note = (line: string) => call.note(hider.hide(line));
  note(`> GET ${url.replace(/([?&]\$skiptoken=)[^&]*/i, '$1…')}`);
  const answer = await request(call, place, url, { method: 'GET', headers: { 'Accept': 'application/json', 'Prefer': 'outlook.timezone="UTC"', 'User-Agent': 'Postern' } });
  const body = parse(answer.text);
  const id = answer.headers.get('request-id');
  const code = errorOf(body)?.code;
  note([`< HTTP ${answer.status}`, ...(code ? [code] : []), ...(id ? [`request-id ${id.slice(0, 100)}`] : [])].join(', '));
  if (answer.status !== 200) throw hider.hideIn(refusal(answer, body));
  const { value, '@odata.nextLink': nextLink = null } = body ?? {};
  if (!Array.isArray(value) || (nextLink !== null && typeof nextLink !== 'string')) throw new UnreadableAnswer('graph', pageFault(answer, body), 200);
  if (nextLink !== null && !isBelow(nextLink, place.server)) throw new UnreadableAnswer('graph', 'foreign-link', 200);
  return { value, nextLink };
}

// The token goes with each request: to the place that was chosen, and nowhere else.
function isBelow(link: string, server: string): boolean {
  if (!URL.canParse(link)) return false;
  const { origin, username, password, pathname } = new URL(link);
  const base = new URL(server);
  return origin === base.origin && username === '' && password === '' && pathname.startsWith(`${base.pathname.replace(/\/+$/, '')}/`);
}

function pageFault({ headers, text }: Answer, body: Record<string, unknown> | null): UnreadableAnswer['fault'] {
  if (body) return 'other';
  if (/^\s*(?:text\/html|application\/xhtml)/i.test(headers.get('Content-Type') ?? '') || /^\s*</.test(text)) return 'html';
  return /^\s*\{/.test(text) ? 'cut' : 'malformed';
}

// learn.microsoft.com/graph/errors
function refusal({ status, headers }: Answer, body: Record<string, unknown> | null): ExchangeRefusal {
  const error = errorOf(body);
  return new ExchangeRefusal({ protocol: 'graph', status, code: error?.code ?? null, message: error?.message ?? `HTTP ${status}`, ...refusalFacts(headers) });
}

function errorOf(body: Record<string, unknown> | null): { code: string; message: string } | null {
  const error = body?.['error'];
  if (!isObject(error)) return null;
  const { code, message } = error;
  return typeof code === 'string' && /^[\w.]{1,100}$/.test(code) ? { code, message: typeof message === 'string' ? message : '' } : null;
}

function readEvent(event: unknown): Appointment {
  const fields = isObject(event) ? event : {};
  const { id, subject, isAllDay, sensitivity, isCancelled, responseStatus, type, start, end } = fields;
  return {
    id: typeof id === 'string' ? id : '',
    subject: typeof subject === 'string' ? subject : '',
    start: instant(start),
    end: instant(end),
    isAllDay: isAllDay === true,
    isCancelled: isCancelled === true,
    isDeclined: isObject(responseStatus) && responseStatus['response'] === 'declined',
    isPrivate: typeof sensitivity === 'string' && sensitivity !== 'normal',
    isRecurring: typeof type === 'string' && type !== 'singleInstance',
  };
}

// { dateTime: '2019-10-19T00:00:00.0000000', timeZone: 'UTC' }: asked for in UTC.
function instant(value: unknown): string {
  const { dateTime, timeZone } = isObject(value) ? value : {};
  const at = typeof dateTime === 'string' && timeZone === 'UTC' && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?$/.test(dateTime) ? Date.parse(`${dateTime.slice(0, 19)}Z`) : Number.NaN;
  if (Number.isNaN(at)) throw new UnreadableAnswer('graph', 'content', 200);
  return new Date(at).toISOString();
}

function parse(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : null;
  } catch {
    return null;
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
