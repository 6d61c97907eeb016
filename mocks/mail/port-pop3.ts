import { askForTls, createDialogue } from '../../server/pop3-dialogue.ts';
import { lineReader, type LineChannel } from '../../server/pop3-lines.ts';
import { createPop3Session } from '../../server/pop3-session.ts';
import { ConnectionFailure, type Clock, type Mail, type Server } from '../../server/ports.ts';
import type { PlayedMicrosoft } from '../microsoft/state.ts';
import { certificateWords, type MailPlace } from './places.ts';
import { playPop3, type PlayedPop3 } from './pop3.ts';
import type { PlayedNetwork } from './port-network.ts';

interface Asked {
  note: (line: string) => void;
  place: MailPlace;
  server: Server;
  signal: AbortSignal;
}

/** The played mail servers by POP3, for the browser: the same words as over a socket, without one. */
export function playPop3Port(microsoft: PlayedMicrosoft, clock: Clock, network: PlayedNetwork): Mail['openPop3'] {
  return async (server, note, signal) => {
    if (server.encryption === 'none') throw new Error('Nothing that opens a door is sent without encryption.');
    const place = await network.connect(server.host, server.port, signal);
    if (place.kind === 'web') throw new ConnectionFailure('protocol');
    const channel = await reachTlsByPop3(microsoft, clock, { note, place, server, signal });
    const certificate = await network.certificateAt(place);
    if (certificate) throw new ConnectionFailure('tls', certificateWords[certificate.fault]);
    if (!channel) throw new ConnectionFailure('protocol');
    const dialogue = createDialogue(channel, note);
    if (server.encryption === 'tls') await dialogue.greeting();
    return createPop3Session(dialogue);
  };
}

/** Up to where TLS begins; null where something else than POP3 is behind it. */
export async function reachTlsByPop3(microsoft: PlayedMicrosoft, clock: Clock, { note, place, server: { encryption }, signal }: Asked): Promise<LineChannel | null> {
  // Who waits for a greeting where the server waits for TLS waits in vain.
  if (encryption !== place.encryption) throw encryption === 'tls' ? new ConnectionFailure('tls', 'ERR_SSL_WRONG_VERSION_NUMBER') : new ConnectionFailure('timeout');
  const isPop3 = place.protocol === 'pop3';
  if (encryption === 'tls') return isPop3 ? channelTo(playPop3(microsoft, clock, place), signal) : null;
  if (!isPop3) throw new ConnectionFailure('protocol');
  const channel = channelTo(playPop3(microsoft, clock, place), signal);
  await askForTls(createDialogue(channel, note));
  return channel;
}

function channelTo(played: PlayedPop3, signal: AbortSignal): LineChannel {
  let answer = played.greeting();
  let ended = false;
  const closed = () => new ConnectionFailure('closed');
  const reader = lineReader(async () => {
    signal.throwIfAborted();
    const { value, done } = ended ? { done: true } : await answer.next();
    if (!done && value !== undefined) return value;
    throw ended || played.next() === 'end' ? closed() : new ConnectionFailure('timeout');
  });
  return {
    write(line) {
      signal.throwIfAborted();
      if (ended || played.next() === 'end') throw closed();
      reader.discard();
      answer = played.answer(line);
    },
    read: (most) => reader.read(most),
    end: () => (ended = true),
  };
}
