import type { Clock, Probe, TlsFacts } from '../../server/ports.ts';
import type { PlayedMicrosoft } from '../microsoft/state.ts';
import type { CertificateFault } from '../scenarios/scenario.ts';
import { certificateWords, otherName } from './places.ts';
import type { PlayedNetwork } from './port-network.ts';
import { reachTlsByPop3 } from './port-pop3.ts';
import { greetBySmtp } from './port-smtp.ts';

const day = 86_400_000;

/** All that is played as Probe. */
export function playProbe(microsoft: PlayedMicrosoft, clock: Clock, network: PlayedNetwork): Probe {
  return {
    async reach(host, port, signal) {
      await network.connect(host, port, signal);
      return { address: '192.0.2.10' };
    },
    async tls(server, note, signal) {
      const place = await network.connect(server.host, server.port, signal);
      if (place.kind !== 'web') {
        if (server.protocol === 'pop3') await reachTlsByPop3(microsoft, clock, { note, place, server, signal });
        else await greetBySmtp(microsoft, clock, { note, place, server });
      }
      return presented(server.host, await network.certificateAt(place), clock.now().getTime());
    },
  };
}

function presented(host: string, certificate: CertificateFault | undefined, now: number): TlsFacts {
  const good = { protocol: 'TLSv1.3', subject: host, issuer: 'DigiCert Cloud Services CA-1', validTo: new Date(now + 200 * day).toISOString(), publicAuthority: true, error: null };
  switch (certificate?.fault) {
    case 'not-trusted':
      return { ...good, issuer: certificate.issuer, publicAuthority: false, error: certificateWords['not-trusted'] };
    case 'other-name':
      return { ...good, subject: otherName, error: certificateWords['other-name'] };
    case 'expired':
      return { ...good, validTo: new Date(now - day).toISOString(), error: certificateWords['expired'] };
    case undefined:
      return good;
  }
}
