import { processState } from '../../server/memory/shared-state.ts';
import type { Clock, Ports } from '../../server/ports.ts';
import { createMicrosoft } from './app.ts';
import { playFetch } from './fetch.ts';
import { applySettings, playedMicrosoft } from './state.ts';

export const anna = 'anna@contoso.com';
export const ews = 'https://outlook.office365.com/EWS/Exchange.asmx';
export const exchangeScope = 'https://outlook.office365.com/.default';
export const graphScope = 'https://graph.microsoft.com/.default';
const start = Date.parse('2026-11-25T09:20:00Z');

/** The played Microsoft 365 at `fetch`, at twenty past nine, and what asks it. */
export function play(scenario = 'all-well') {
  const state = processState();
  const settings = { scenario, intervalSeconds: 5, latencyMs: 0 };
  let now = start;
  const clock: Clock = { now: () => new Date(now), sleep: async () => {} };
  const microsoft = playedMicrosoft(state, settings);
  const fetch = playFetch(createMicrosoft(state, { pagesUrl: 'https://login.microsoft.com/', clock, settings }), microsoft);
  return {
    ...asker(fetch, clock),
    microsoft,
    forward: (seconds: number) => (now += seconds * 1000),
    choose: (id: string) => microsoft.change((played) => applySettings(played, { scenario: id })),
  };
}

/** What asks the played Microsoft 365 by this port. */
export function asker(fetch: Ports['fetch'], clock: Clock) {
  return {
    fetch,
    /** An application's token for this scope. */
    async token(scope: string, tenant = 'contoso.com', authority = 'https://login.microsoftonline.com'): Promise<string> {
      const form = new URLSearchParams({ grant_type: 'client_credentials', client_id: '2ce20fd9-826c-440f-bc3b-0d52c1a7e9f4', client_secret: 'Grüße~8Q', scope });
      const headers = { 'Content-Type': 'application/x-www-form-urlencoded' };
      const answer: { access_token: string } = await (await fetch(`${authority}/${tenant}/oauth2/v2.0/token`, { method: 'POST', headers, body: form.toString() })).json();
      return answer.access_token;
    },
    /** Sends an envelope to Exchange Web Services. */
    async soap(xml: string, { authorization, url = ews, type = 'text/xml; charset=utf-8', signal }: { authorization?: string; url?: string; type?: string; signal?: AbortSignal }) {
      const response = await fetch(url, { method: 'POST', headers: { 'Content-Type': type, ...(authorization && { Authorization: authorization }) }, body: xml, ...(signal && { signal }) });
      return { status: response.status, headers: response.headers, text: await response.text() };
    },
    /** The next 24 hours, as both services want them. */
    window() {
      const now = clock.now().getTime();
      return { from: new Date(now).toISOString(), to: new Date(now + 86_400_000).toISOString() };
    },
  };
}

/** `Basic …` */
export function basic(username: string, password: string): string {
  return `Basic ${btoa(String.fromCharCode(...new TextEncoder().encode(`${username}:${password}`)))}`;
}

/** A request as Exchange wants it: version and impersonation in its header. */
export function envelope(operation: string, { as = anna, header }: { as?: string; header?: string } = {}): string {
  const impersonation = `<t:ExchangeImpersonation><t:ConnectingSID><t:PrimarySmtpAddress>${as}</t:PrimarySmtpAddress></t:ConnectingSID></t:ExchangeImpersonation>`;
  return (
    '<?xml version="1.0" encoding="utf-8"?>\n<soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/" xmlns:m="http://schemas.microsoft.com/exchange/services/2006/messages" xmlns:t="http://schemas.microsoft.com/exchange/services/2006/types">\n' +
    `<soap:Header>${header ?? `<t:RequestServerVersion Version="Exchange2013_SP1"/>${impersonation}`}</soap:Header>\n<soap:Body>${operation}</soap:Body></soap:Envelope>`
  );
}

export const publicRoot = '<m:ParentFolderIds><t:DistinguishedFolderId Id="publicfoldersroot"/></m:ParentFolderIds>';

/** FindItem in a calendar. `shape` is what follows the base shape. */
export function calendarView({ from, to }: { from: string; to: string }, { most = 100, shape = '<t:BaseShape>Default</t:BaseShape>' } = {}): string {
  return (
    `<m:FindItem Traversal="Shallow"><m:ItemShape>${shape}</m:ItemShape><m:CalendarView MaxEntriesReturned="${most}" StartDate="${from}" EndDate="${to}"/>` +
    '<m:ParentFolderIds><t:DistinguishedFolderId Id="calendar"/></m:ParentFolderIds></m:FindItem>'
  );
}

/** FindItem in the root of the public folders: contacts with this part in their name, or all. */
export function contactSearch(name: string | null, { most = 50, offset = 0 } = {}): string {
  return (
    `<m:FindItem Traversal="Shallow"><m:ItemShape><t:BaseShape>Default</t:BaseShape></m:ItemShape><m:IndexedPageItemView MaxEntriesReturned="${most}" Offset="${offset}" BasePoint="Beginning"/>` +
    `${name === null ? '' : `<m:Restriction><t:Contains ContainmentMode="Substring" ContainmentComparison="IgnoreCaseAndNonSpacingCharacters"><t:FieldURI FieldURI="contacts:DisplayName"/><t:Constant Value="${name}"/></t:Contains></m:Restriction>`}${publicRoot}</m:FindItem>`
  );
}

export const findFolders = `<m:FindFolder Traversal="Shallow"><m:FolderShape><t:BaseShape>Default</t:BaseShape></m:FolderShape>${publicRoot}</m:FindFolder>`;

/** The texts of each element of this name in an answer. */
export function textsOf(xml: string, name: string): string[] {
  return [...xml.matchAll(new RegExp(`<${name}(?: [^>]*)?>([^<]*)</${name}>`, 'g'))].map(([, text = '']) => text);
}
