import 'reflect-metadata';
import { BasicConstraintsExtension, ExtendedKeyUsage, ExtendedKeyUsageExtension, KeyUsageFlags, KeyUsagesExtension, SubjectAlternativeNameExtension, X509CertificateGenerator } from '@peculiar/x509';
import type { CertificateFault } from '../scenarios/scenario.ts';
import { otherName } from './places.ts';

const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
const day = 86_400_000;

export interface Authority {
  /** PEM. */
  certificate: string;
  /** A server's certificate for these names, 90 days long unless `notAfter` says else; PEM. */
  issue(given: { names: string[]; notAfter?: Date }): Promise<{ cert: string; key: string }>;
}

/** A certificate authority for this start only, with this common name. */
export async function makeAuthority(commonName = `Simulated Microsoft 365 authority ${serial().slice(0, 8)}`): Promise<Authority> {
  const keys = await newKeys();
  const name = `CN=${commonName}`;
  const root = await X509CertificateGenerator.createSelfSigned({
    serialNumber: serial(),
    name,
    notBefore: new Date(Date.now() - 30 * day),
    notAfter: new Date(Date.now() + 90 * day),
    keys,
    signingAlgorithm: algorithm,
    extensions: [new BasicConstraintsExtension(true, 1, true), new KeyUsagesExtension(KeyUsageFlags.keyCertSign | KeyUsageFlags.cRLSign, true)],
  });
  return {
    certificate: root.toString('pem'),
    async issue({ names, notAfter = new Date(Date.now() + 90 * day) }) {
      const own = await newKeys();
      const certificate = await X509CertificateGenerator.create({
        serialNumber: serial(),
        subject: `CN=${names[0]}`,
        issuer: name,
        notBefore: new Date(Math.min(Date.now(), notAfter.getTime()) - day),
        notAfter,
        publicKey: own.publicKey,
        signingKey: keys.privateKey,
        signingAlgorithm: algorithm,
        extensions: [
          new SubjectAlternativeNameExtension(names.map((value) => ({ type: 'dns' as const, value }))),
          new ExtendedKeyUsageExtension([ExtendedKeyUsage.serverAuth]),
        ],
      });
      return { cert: certificate.toString('pem'), key: await pemOf(own.privateKey) };
    },
  };
}

/** A certificate with this fault for a server of these names. */
export async function issueFaulty(authority: Authority, fault: CertificateFault, names: string[]): Promise<{ cert: string; key: string }> {
  switch (fault.fault) {
    case 'not-trusted':
      return (await makeAuthority(fault.issuer)).issue({ names });
    case 'other-name':
      return authority.issue({ names: [otherName] });
    case 'expired':
      return authority.issue({ names, notAfter: new Date(Date.now() - day) });
  }
}

function newKeys(): Promise<CryptoKeyPair> {
  return crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, ['sign', 'verify']);
}

async function pemOf(key: CryptoKey): Promise<string> {
  const text = btoa(String.fromCharCode(...new Uint8Array(await crypto.subtle.exportKey('pkcs8', key))));
  return `-----BEGIN PRIVATE KEY-----\n${text.replace(/.{64}/g, '$&\n')}\n-----END PRIVATE KEY-----\n`;
}

function serial(): string {
  return [...crypto.getRandomValues(new Uint8Array(15))].map((byte) => byte.toString(16).padStart(2, '0')).join('').replace(/^./, '4');
}
