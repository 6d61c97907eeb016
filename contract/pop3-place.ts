import { clouds, type Cloud } from './clouds.ts';

export type Pop3Encryption = 'tls' | 'starttls';

/** Server, port, encryption and scope of a queue pilot in a cloud, until somebody edits them. */
export function pop3Place(inCloud: Cloud): { server: string; port: number; encryption: Pop3Encryption; scope: string } {
  const { exchangeHost, exchangeScope } = clouds[inCloud];
  return { server: exchangeHost, port: pop3Port('tls'), encryption: 'tls', scope: exchangeScope };
}

/** The usual port: 995 with TLS from the first byte, 110 with STLS (RFC 2595, RFC 8314). */
export function pop3Port(encryption: Pop3Encryption): number {
  return encryption === 'tls' ? 995 : 110;
}
