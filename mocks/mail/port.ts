import type { Clock, Mail, Probe } from '../../server/ports.ts';
import type { PlayedMicrosoft } from '../microsoft/state.ts';
import { playNetwork } from './port-network.ts';
import { playPop3Port } from './port-pop3.ts';
import { playProbe } from './port-probe.ts';
import { playSmtpPort } from './port-smtp.ts';

/** The played mail servers as Mail port, and all that is played as Probe: for the browser, which has no sockets. */
export function playMailPorts(microsoft: PlayedMicrosoft, clock: Clock): { mail: Mail; probe: Probe } {
  const network = playNetwork(microsoft, clock);
  return {
    mail: { open: playSmtpPort(microsoft, clock, network), openPop3: playPop3Port(microsoft, clock, network) },
    probe: playProbe(microsoft, clock, network),
  };
}
