export const namespaces = {
  s: 'http://schemas.xmlsoap.org/soap/envelope/',
  m: 'http://schemas.microsoft.com/exchange/services/2006/messages',
  t: 'http://schemas.microsoft.com/exchange/services/2006/types',
  e: 'http://schemas.microsoft.com/exchange/services/2006/errors',
} as const;

const declaration = '<?xml version="1.0" encoding="utf-8"?>';
const xsi = 'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:xsd="http://www.w3.org/2001/XMLSchema"';

/** Builds of Exchange Online and of Exchange Server 2019. */
const versions = {
  'exchange': 'MajorVersion="15" MinorVersion="20" MajorBuildNumber="9115" MinorBuildNumber="18" Version="V2018_01_08"',
  'on-premises': 'MajorVersion="15" MinorVersion="2" MajorBuildNumber="1748" MinorBuildNumber="24" Version="V2017_07_11"',
} as const;

/** The answer of an operation. `message` is what follows in its response message's place. */
export function response(by: keyof typeof versions, operation: string, message: string): string {
  return (
    `${declaration}<s:Envelope xmlns:s="${namespaces.s}"><s:Header><h:ServerVersionInfo ${versions[by]} xmlns:h="${namespaces.t}" xmlns="${namespaces.t}" ${xsi}/></s:Header>` +
    `<s:Body ${xsi}><m:${operation}Response xmlns:m="${namespaces.m}" xmlns:t="${namespaces.t}"><m:ResponseMessages>${message}</m:ResponseMessages></m:${operation}Response></s:Body></s:Envelope>`
  );
}

/** A response message that succeeded. */
export function success(operation: string, content: string): string {
  return `<m:${operation}ResponseMessage ResponseClass="Success"><m:ResponseCode>NoError</m:ResponseCode>${content}</m:${operation}ResponseMessage>`;
}

/** A response message that failed. */
export function failure(operation: string, { code, text }: EwsError): string {
  return `<m:${operation}ResponseMessage ResponseClass="Error"><m:MessageText>${escape(text)}</m:MessageText><m:ResponseCode>${code}</m:ResponseCode><m:DescriptiveLinkKey>0</m:DescriptiveLinkKey></m:${operation}ResponseMessage>`;
}

export interface EwsError {
  code: string;
  text: string;
}

/** A SOAP fault; it comes with HTTP 500. `details` are elements of the namespace t. */
export function fault({ code, text, message = text, details = '' }: EwsError & { message?: string; details?: string }): string {
  const more = details && `<t:MessageXml xmlns:t="${namespaces.t}">${details}</t:MessageXml>`;
  return (
    `${declaration}<s:Envelope xmlns:s="${namespaces.s}"><s:Body><s:Fault><faultcode xmlns:a="${namespaces.t}">a:${code}</faultcode><faultstring xml:lang="en-US">${escape(text)}</faultstring>` +
    `<detail><e:ResponseCode xmlns:e="${namespaces.e}">${code}</e:ResponseCode><e:Message xmlns:e="${namespaces.e}">${escape(message)}</e:Message>${more}</detail></s:Fault></s:Body></s:Envelope>`
  );
}

/** Text as the content of an element or a value between double quotes. */
export function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
