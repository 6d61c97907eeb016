import { Confidential } from '../../../confidential.ts';
import { standingClock } from '../../testing.ts';
import type { Call, ExchangePlace } from './place.ts';

export const online: ExchangePlace = { access: 'ews', server: 'https://outlook.office365.com/EWS/Exchange.asmx', credentials: { accessToken: new Confidential('the.access.token') } };
export const graph: ExchangePlace = { access: 'graph', server: 'https://graph.microsoft.com/v1.0', credentials: { accessToken: new Confidential('the.access.token') } };
export const onPremises: ExchangePlace = { access: 'ews', server: 'https://mail.contoso.com/EWS/Exchange.asmx', credentials: { user: 'CONTOSO\\pbx', password: new Confidential('pässword') } };

interface Sent {
  url: string;
  method: string;
  headers: Headers;
  body: string;
}

/** A call whose door answers with these, one after the other, and remembers what was sent and noted. */
export function answering(...answers: (Response | Error)[]) {
  const sent: Sent[] = [];
  const notes: string[] = [];
  const time = standingClock();
  const stop = new AbortController();
  const call: Call = {
    mailbox: 'pbx@contoso.com',
    signal: stop.signal,
    note: (line) => void notes.push(line),
    ports: {
      clock: time.clock,
      fetch: async (url, init) => {
        sent.push({ url, method: init.method ?? 'GET', headers: new Headers(init.headers), body: String(init.body ?? '') });
        const answer = answers[sent.length - 1];
        if (!answer || answer instanceof Error) throw answer ?? new Error('Nobody expected this request.');
        return answer;
      },
    },
  };
  return { call, sent, notes, time, stop };
}

/** An answer of Exchange's: learn.microsoft.com/exchange/client-developer/web-service-reference/finditem-operation. */
export function soap(body: string, { status = 200, headers = {} }: { status?: number; headers?: Record<string, string> } = {}): Response {
  const version = '<h:ServerVersionInfo MajorVersion="15" MinorVersion="20" MajorBuildNumber="9000" MinorBuildNumber="1" Version="V2018_01_08" xmlns:h="http://schemas.microsoft.com/exchange/services/2006/types"/>';
  const text = `<?xml version="1.0" encoding="utf-8"?><s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Header>${version}</s:Header><s:Body>${body}</s:Body></s:Envelope>`;
  return new Response(text, { status, headers: { 'Content-Type': 'text/xml; charset=utf-8', 'request-id': '6d1c1bd1-2f3a-4d5c-9c5e-000000000001', ...headers } });
}

/** An operation's answer with this message. */
export function responded(operation: string, message: string): string {
  return (
    `<m:${operation}Response xmlns:m="http://schemas.microsoft.com/exchange/services/2006/messages" xmlns:t="http://schemas.microsoft.com/exchange/services/2006/types">` +
    `<m:ResponseMessages>${message}</m:ResponseMessages></m:${operation}Response>`
  );
}

export function foundItems(items: string, { total = 1, last = true, next = null as number | null } = {}): string {
  const paging = next === null ? '' : `IndexedPagingOffset="${next}" `;
  return responded('FindItem', `<m:FindItemResponseMessage ResponseClass="Success"><m:ResponseCode>NoError</m:ResponseCode><m:RootFolder ${paging}TotalItemsInView="${total}" IncludesLastItemInRange="${last}"><t:Items>${items}</t:Items></m:RootFolder></m:FindItemResponseMessage>`);
}

export function foundFolders(folders: string): string {
  return responded('FindFolder', `<m:FindFolderResponseMessage ResponseClass="Success"><m:ResponseCode>NoError</m:ResponseCode><m:RootFolder IndexedPagingOffset="1" TotalItemsInView="1" IncludesLastItemInRange="true"><t:Folders>${folders}</t:Folders></m:RootFolder></m:FindFolderResponseMessage>`);
}

/** An error in the answer: learn.microsoft.com/exchange/client-developer/web-service-reference/findfolder-operation. */
export function failedMessage(operation: string, code: string, text = 'The request failed.'): string {
  return responded(operation, `<m:${operation}ResponseMessage ResponseClass="Error"><m:MessageText>${text}</m:MessageText><m:ResponseCode>${code}</m:ResponseCode><m:DescriptiveLinkKey>0</m:DescriptiveLinkKey></m:${operation}ResponseMessage>`);
}

/** A SOAP fault as Exchange forms it: learn.microsoft.com/exchange/client-developer/web-service-reference/getserviceconfiguration-operation. */
export function fault(code: string, text: string, details = ''): string {
  const e = 'xmlns:e="http://schemas.microsoft.com/exchange/services/2006/errors"';
  return (
    `<s:Fault><faultcode xmlns:a="http://schemas.microsoft.com/exchange/services/2006/types">a:${code}</faultcode><faultstring xml:lang="en-US">${text}</faultstring>` +
    `<detail><e:ResponseCode ${e}>${code}</e:ResponseCode><e:Message ${e}>${text}</e:Message>` +
    `${details && `<t:MessageXml xmlns:t="http://schemas.microsoft.com/exchange/services/2006/types">${details}</t:MessageXml>`}</detail></s:Fault>`
  );
}

/** An error of Graph's: learn.microsoft.com/graph/errors. */
export function graphError(status: number, code: string, message: string, headers: Record<string, string> = {}): Response {
  const innerError = { 'date': '2026-11-24T12:00:00', 'request-id': '6d1c1bd1-2f3a-4d5c-9c5e-000000000002', 'client-request-id': '6d1c1bd1-2f3a-4d5c-9c5e-000000000002' };
  return Response.json({ error: { code, message, innerError } }, { status, headers: { 'request-id': '6d1c1bd1-2f3a-4d5c-9c5e-000000000002', ...headers } });
}
