import { Hono, type Context } from 'hono';
import type { Clock } from '../../server/ports.ts';
import { publicFoldersOf } from './contacts.ts';
import { findFolder } from './ews/find-folder.ts';
import { findItem } from './ews/find-item.ts';
import { parentFolder } from './ews/folders.ts';
import { violation, type Violation } from './ews/schema.ts';
import { signIn } from './ews/sign-in.ts';
import { failure, fault, response, type EwsError } from './ews/soap.ts';
import { NoXml, parseXml, type XmlElement } from './ews/xml.ts';
import { element } from './ews/calendar-item.ts';
import { breakdown } from './faults.ts';
import { mailboxState } from './mailboxes.ts';
import { randomGuid } from './random.ts';
import type { PlayedMicrosoft } from './state.ts';

/** Exchange Web Services at `/EWS/Exchange.asmx`: of Exchange Online, for tokens, or of a company's own server, for names and passwords. */
export function createEws(microsoft: PlayedMicrosoft, clock: Clock, by: 'exchange' | 'on-premises'): Hono {
  const app = new Hono();

  app.use(async (c, next) => {
    await next();
    c.header('request-id', randomGuid());
    c.header('X-FEServer', by === 'exchange' ? 'FR0P281CA0001' : 'EX01');
  });
  app.use(breakdown(async () => (await microsoft.scenario()).exchange?.breaks));

  // IIS does not mind the case of a path.
  app.all('*', async (c) => {
    if (!/^\/ews\/exchange\.asmx$/i.test(c.req.path)) return c.body(null, 404);
    const { exchange } = await microsoft.scenario();
    const caller = await signIn(microsoft, by, c.req, clock.now().getTime());
    if ('status' in caller) return refuse(c, caller.status, caller.headers);
    if (by === 'exchange' && exchange?.ews?.answers === 'status') return refuse(c, exchange.ews.status, Object.entries(exchange.ews.headers));
    if (c.req.method !== 'POST') return c.body(null, 405);
    if (!/^text\/xml\b/i.test(c.req.header('Content-Type') ?? '')) return c.body(null, 415);
    const xml = await c.req.text();
    const { envelope, wrong } = read(xml);
    if (wrong) return soap(c, 500, schemaFault(wrong));
    if (exchange?.ews?.answers === 'fault') {
      const { code, text, backOffMs } = exchange.ews;
      return soap(c, 500, fault({ code, text, details: backOffMs === undefined ? '' : `<t:Value Name="BackOffMilliseconds">${backOffMs}</t:Value>` }));
    }
    const address = impersonated(envelope) ?? caller.address;
    const refused = await refusesMailbox(address, caller.tenantGuid);
    if (refused || address === null) return soap(c, 500, fault(refused ?? noImpersonation));
    const answer = await perform(operationOf(envelope), address);
    return soap(c, 200, exchange?.ews?.answers === 'half' ? answer.slice(0, answer.length / 2) : answer);
  });

  async function perform(operation: XmlElement, address: string): Promise<string> {
    const { exchange } = await microsoft.scenario();
    const name = operation.name.slice(2);
    const content = { address, isCrowded: exchange?.crowdedCalendars ?? false, publicFolders: publicFoldersOf(exchange?.publicFolders) };
    const folder = parentFolder(operation, content.publicFolders);
    const ews = exchange?.ews;
    if (ews?.answers === 'error' && 'kind' in folder && folder.kind === ews.folder && (ews.operation ?? name) === name) return response(by, name, failure(name, ews));
    return response(by, name, operation.name === 'm:FindFolder' ? findFolder(operation, content) : findItem(operation, content, clock.now().getTime()));
  }

  return app;
}

const noImpersonation: EwsError = { code: 'ErrorInvalidExchangeImpersonationHeaderData', text: 'ExchangeImpersonation SOAP header must be present for this type of OAuth token.' };

async function refusesMailbox(address: string | null, tenantGuid: string | null): Promise<EwsError | null> {
  switch (address === null ? 'there' : await mailboxState(address, tenantGuid)) {
    case 'unknown':
      return { code: 'ErrorNonExistentMailbox', text: 'The SMTP address has no mailbox associated with it.' };
    case 'out-of-scope':
      return { code: 'ErrorImpersonateUserDenied', text: 'The account does not have permission to impersonate the requested user.' };
    case 'there':
      return null;
  }
}

function read(xml: string): { envelope: XmlElement; wrong?: undefined } | { envelope?: undefined; wrong: Violation } {
  try {
    const envelope = parseXml(xml);
    const wrong = violation(envelope);
    return wrong ? { wrong } : { envelope };
  } catch (error) {
    if (error instanceof NoXml) return { wrong: { text: error.message, at: error.position } };
    throw error;
  }
}

function schemaFault({ text, at: { line, column } }: Violation): string {
  const summary = 'The request failed schema validation';
  return fault({ code: 'ErrorSchemaValidation', text: `${summary}: ${text}`, message: `${summary}.`, details: `${element('LineNumber', line)}${element('LinePosition', column)}${element('Violation', text)}` });
}

function impersonated(envelope: XmlElement): string | null {
  const header = envelope.children.find(({ name }) => name === 's:Header');
  const impersonation = header?.children.find(({ name }) => name === 't:ExchangeImpersonation');
  return impersonation?.children[0]?.children[0]?.text.trim() ?? null;
}

function operationOf(envelope: XmlElement): XmlElement {
  const operation = envelope.children.find(({ name }) => name === 's:Body')?.children[0];
  if (!operation) throw new Error('The schema lets no empty body through.');
  return operation;
}

function soap(c: Context, status: 200 | 500, xml: string): Response {
  return c.body(xml, status, { 'Content-Type': 'text/xml; charset=utf-8' });
}

function refuse(c: Context, status: 401 | 403, headers: readonly (readonly [string, string])[]): Response {
  for (const [name, value] of headers) c.header(name, value, { append: true });
  return c.body(null, status);
}
