import { ExchangeRefusal, UnreadableAnswer } from './failures.ts';
import { refusalFacts } from './headers.ts';
import { isOwnMailbox, type Call, type ExchangePlace } from './place.ts';
import { hiderOf, request, type Answer } from './request.ts';
import { envelope, errors, messages, soap, types } from './soap.ts';
import { child, parseXml, XmlError, type XmlElement } from './xml.ts';

type Operation = 'FindItem' | 'FindFolder';

/**
 * Runs one operation of Exchange Web Services and answers its `RootFolder`. `body` is the operation's element with the prefixes `m` and `t`.
 * Rejects with `ExchangeRefusal`, `UnreadableAnswer`, `ConnectionFailure`, or with the signal's reason.
 */
export async function runOperation(call: Call, place: ExchangePlace, operation: Operation, body: string): Promise<XmlElement> {
  const { mailbox } = call;
  const hider = hiderOf(place);
  const note = (line: string) => call.note(hider.hide(line));
  note(`> POST ${place.server}`);
  note(`> ${operation}${isOwnMailbox(place, mailbox) ? '' : ` as ${mailbox}`}`);
  const answer = await request(call, place, place.server, {
    method: 'POST',
    headers: {
      'Content-Type': 'text/xml; charset=utf-8',
      'Accept': 'text/xml',
      'SOAPAction': `"${messages}/${operation}"`,
      'User-Agent': 'Postern',
      ...anchor(mailbox),
    },
    body: envelope(place, mailbox, body),
  });
  try {
    const root = readAnswer(answer, operation);
    note(described(answer, 'NoError'));
    return root;
  } catch (error) {
    hider.hideIn(error);
    note(described(answer, error instanceof ExchangeRefusal ? error.code : error instanceof UnreadableAnswer ? `not of the protocol (${error.fault})` : null));
    throw error;
  }
}

// Where Exchange finds the mailbox without a search. Only ASCII travels in a header.
function anchor(mailbox: string): Record<string, string> {
  return /^[\x21-\x7e]+@[\x21-\x7e]+$/.test(mailbox) ? { 'X-AnchorMailbox': mailbox } : {};
}

function described({ status, headers }: Answer, code: string | null): string {
  const id = headers.get('request-id');
  return [`< HTTP ${status}`, ...(code ? [code] : []), ...(id ? [`request-id ${id.slice(0, 100)}`] : [])].join(', ');
}

function readAnswer(answer: Answer, operation: Operation): XmlElement {
  const { status } = answer;
  const unreadable = (fault: UnreadableAnswer['fault']) => new UnreadableAnswer('ews', fault, status);
  let root: XmlElement | null = null;
  try {
    root = looksLikePage(answer) ? null : parseXml(answer.text);
  } catch (error) {
    if (!(error instanceof XmlError)) throw error;
    if (status === 200) throw unreadable(error.fault);
  }
  const body = root?.namespace === soap && root.name === 'Envelope' ? child(root, soap, 'Body') : undefined;
  const fault = child(body, soap, 'Fault');
  if (fault) throw refusalOfFault(answer, fault) ?? unreadable('other');
  if (status !== 200) throw refusalOfStatus(answer);
  if (!root) throw unreadable('html');
  const list = child(child(body, messages, `${operation}Response`), messages, 'ResponseMessages');
  const message = child(list, messages, `${operation}ResponseMessage`);
  if (!message) throw unreadable('other');
  const code = child(message, messages, 'ResponseCode')?.text.trim() ?? '';
  if (message.attributes['ResponseClass'] === 'Error') throw refusal(answer, code, child(message, messages, 'MessageText')?.text ?? '', child(message, messages, 'MessageXml'));
  const found = child(message, messages, 'RootFolder');
  if (!found) throw unreadable('other');
  return found;
}

/** Is this a page for people instead of an answer for programs? */
function looksLikePage({ headers, text }: Answer): boolean {
  return /^\s*(?:text\/html|application\/xhtml)/i.test(headers.get('Content-Type') ?? '') || /^\s*<(?:!doctype\s+html|html)\b/i.test(text.slice(0, 1000));
}

function refusalOfStatus({ status, headers }: Answer): ExchangeRefusal {
  return new ExchangeRefusal({ protocol: 'ews', status, code: null, message: `HTTP ${status}`, ...refusalFacts(headers) });
}

// SOAP 1.1 section 4.4; Exchange names its response code in `detail`, and as the fault code. Null where the fault is another service's.
function refusalOfFault(answer: Answer, fault: XmlElement): ExchangeRefusal | null {
  const detail = child(fault, '', 'detail');
  const named = child(detail, errors, 'ResponseCode')?.text.trim() ?? '';
  const code = named || (child(fault, '', 'faultcode')?.text.trim().replace(/^.*:/, '') ?? '');
  if (!code.startsWith('Error')) return null;
  return refusal(answer, code, child(fault, '', 'faultstring')?.text ?? '', child(detail, types, 'MessageXml'));
}

// learn.microsoft.com/exchange/client-developer/exchange-web-services/ews-throttling-in-exchange: how long to wait, and what is behind ErrorInternalServerError.
function refusal({ status, headers }: Answer, outer: string, message: string, details: XmlElement | undefined): ExchangeRefusal {
  const facts = refusalFacts(headers);
  const detail = (name: string) => details?.children.find(({ attributes }) => attributes['Name'] === name)?.text.trim() ?? '';
  const wait = detail('BackOffMilliseconds');
  const retryAfterSeconds = /^\d{1,9}$/.test(wait) ? Math.ceil(Number(wait) / 1000) : facts.retryAfterSeconds;
  const code = detail('InnerErrorResponseCode') || outer;
  return new ExchangeRefusal({ protocol: 'ews', status, code: /^\w{1,100}$/.test(code) ? code : null, message, ...facts, retryAfterSeconds });
}
