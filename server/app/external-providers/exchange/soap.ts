import { isOwnMailbox, type ExchangePlace } from './place.ts';
import { escapeXml } from './xml.ts';

/** Namespaces of SOAP 1.1 and of Exchange's published schemas. */
export const soap = 'http://schemas.xmlsoap.org/soap/envelope/';
export const messages = 'http://schemas.microsoft.com/exchange/services/2006/messages';
export const types = 'http://schemas.microsoft.com/exchange/services/2006/types';
export const errors = 'http://schemas.microsoft.com/exchange/services/2006/errors';

/**
 * The request of an operation, `body` with the prefixes `m` and `t`. Whoever reads another mailbox than his own does so as its owner:
 * learn.microsoft.com/exchange/client-developer/web-service-reference/exchangeimpersonation.
 */
export function envelope(place: ExchangePlace, mailbox: string, body: string): string {
  const impersonation = isOwnMailbox(place, mailbox)
    ? ''
    : `<t:ExchangeImpersonation><t:ConnectingSID><t:PrimarySmtpAddress>${escapeXml(mailbox)}</t:PrimarySmtpAddress></t:ConnectingSID></t:ExchangeImpersonation>`;
  return (
    '<?xml version="1.0" encoding="utf-8"?>' +
    `<soap:Envelope xmlns:soap="${soap}" xmlns:m="${messages}" xmlns:t="${types}">` +
    `<soap:Header><t:RequestServerVersion Version="Exchange2013_SP1"/>${impersonation}</soap:Header>` +
    `<soap:Body>${body}</soap:Body>` +
    '</soap:Envelope>'
  );
}

/** `AdditionalProperties` of a shape that answers ids and these fields; `folder:DisplayName`, `item:Subject` … */
export function shape(element: 'ItemShape' | 'FolderShape', fields: readonly string[]): string {
  const additional = fields.map((field) => `<t:FieldURI FieldURI="${field}"/>`).join('');
  return `<m:${element}><t:BaseShape>IdOnly</t:BaseShape>${additional && `<t:AdditionalProperties>${additional}</t:AdditionalProperties>`}</m:${element}>`;
}

/** The parent that is searched, by its distinguished name. */
export function inFolder(id: 'calendar' | 'publicfoldersroot'): string {
  return `<m:ParentFolderIds><t:DistinguishedFolderId Id="${id}"/></m:ParentFolderIds>`;
}
