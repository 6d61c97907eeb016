import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { isFacet, placeOf, wordsOfEvent } from '../../server/event-keys.ts';

export const eventCount = 1_000_000;
const atOnce = 20_000;
const everyMs = 30_000;
const functions = ['email-forwarding', 'exchange-calendar', 'exchange-directory', 'queue-pilot'];
// How many of a hundred events are of each kind.
const kinds = [...Array(55).fill('check-passed'), ...Array(20).fill('token-refreshed'), ...Array(8).fill('signed-in'), ...Array(6).fill('settings-saved'), ...Array(5).fill('pilot-saved'), ...Array(4).fill('check-failed'), 'recovered', 'token-refresh-failed'];
const codes = ['smtp-auth-disabled-mailbox', 'connection-refused', 'certificate-expired', 'secret-expired'];

/** Writes a year of events as the backend writes them, into data that have none. Answers when the first one and the last one are. */
export function fillEvents(folder) {
  const database = new DatabaseSync(path.join(folder, 'postern.sqlite'));
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = OFF');
  const row = database.prepare('insert into events (sequence, id, at, kind, function, ref, actor, check_id, params) values (?, ?, ?, ?, ?, ?, ?, ?, ?)');
  const words = database.prepare('insert into event_words (rowid, words) values (?, ?)');
  const vocabulary = database.prepare('insert or ignore into event_vocabulary (word) values (?)');
  const first = Date.now() - eventCount * everyMs;
  for (let from = 0; from < eventCount; from += atOnce) {
    database.exec('begin');
    for (let number = from; number < from + atOnce; number++) {
      const event = eventOf(number, new Date(first + number * everyMs).toISOString());
      const place = placeOf(event.at);
      row.run(place, event.id, event.at, event.kind, event.function, event.ref, event.actor, event.check, JSON.stringify(event.params));
      const found = wordsOfEvent(event);
      words.run(place, found.join(' '));
      for (const word of found) if (!isFacet(word)) vocabulary.run(word);
    }
    database.exec('commit');
  }
  database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  database.close();
  return { first: new Date(first), last: new Date(first + eventCount * everyMs) };
}

// Without a random number, so that two runs measure the same; 7919 is a prime, so that kinds and functions mix.
function eventOf(number, at) {
  const mixed = (number * 7919) % 1_000_003;
  const kind = kinds[mixed % kinds.length];
  const isPilot = kind === 'pilot-saved' || (kind.startsWith('check-') && mixed % 4 === 3);
  const pilot = mixed % 5_000;
  const name = isPilot ? 'queue-pilot' : kind === 'signed-in' ? null : kind.startsWith('token') ? 'email-forwarding' : functions[mixed % 3];
  const isByHand = !kind.startsWith('token') && (!kind.startsWith('check-') || mixed % 10 === 0);
  return {
    id: `e${String(number).padStart(19, '0')}`,
    at,
    kind,
    function: name,
    ref: isPilot ? `q${pilot % 1_000}/p${pilot}` : null,
    actor: isByHand ? `admin${mixed % 7}` : null,
    check: kind.startsWith('check-') || kind === 'recovered' ? `c${number}` : null,
    params: {
      ...(isPilot ? { queue: `Sales ${pilot % 1_000}`, name: `queue${pilot}@contoso.com` } : { account: 'pbx@contoso.com' }),
      ...(kind.endsWith('failed') && { code: codes[mixed % codes.length], host: 'smtp.office365.com', port: 587 }),
    },
  };
}
