import { ConnectionFailure, type Clock } from '../../server/ports.ts';
import type { PlayedMicrosoft } from '../microsoft/state.ts';
import type { CertificateFault } from '../scenarios/scenario.ts';
import { connectionTo, findPlace, isFaulty, type Place } from './places.ts';

/** What lies between the browser and what is played. */
export interface PlayedNetwork {
  /** What is at this host and port. Rejects with `ConnectionFailure`. */
  connect(host: string, port: number, signal: AbortSignal): Promise<Place>;
  /** What is wrong with the certificate there. */
  certificateAt(place: Place): Promise<CertificateFault | undefined>;
}

/** The network as the scenario has it. */
export function playNetwork(microsoft: PlayedMicrosoft, clock: Clock): PlayedNetwork {
  return {
    async connect(host, port, signal) {
      const { connection } = await microsoft.scenario();
      await clock.sleep((await microsoft.read()).settings.latencyMs, signal);
      signal.throwIfAborted();
      const place = findPlace(host, port);
      if ('reason' in place) throw new ConnectionFailure(place.reason, place.code);
      if (connection?.to === connectionTo(place)) throw new ConnectionFailure(connection.reason, connection.code);
      return place;
    },
    async certificateAt(place) {
      const { certificate } = await microsoft.scenario();
      return certificate && isFaulty(place, certificate) ? certificate : undefined;
    },
  };
}
