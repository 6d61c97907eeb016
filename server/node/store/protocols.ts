import type { Selectable, Transaction } from 'kysely';
import { functionName } from '../../../contract/functions.ts';
import { textBytes } from '../../text-bytes.ts';
import type { ProtocolEntry, ProtocolKind, ProtocolRange, Protocols } from '../../protocol-rows.ts';
import type { Database } from './database.ts';

// As many as one statement takes without care about its parameters.
const batch = 100;

/** The repository of protocols. */
export function protocolRepository(trx: Transaction<Database>): Protocols {
  const inRange = ({ source, function: name, from, to }: ProtocolRange) => trx.selectFrom('protocols').where('source', '=', source).where('function', '=', name).where('at', '>=', from).where('at', '<', to);
  return {
    async add(entries) {
      for (let from = 0; from < entries.length; from += batch) {
        const values = entries.slice(from, from + batch).map(({ checkId, ...entry }) => ({ ...entry, check_id: checkId, bytes: textBytes(entry.text) }));
        await trx.insertInto('protocols').values(values).execute();
      }
    },
    async days(wanted) {
      const found = await inRange(wanted)
        .select(({ fn, val }) => [fn<string>('substr', ['at', val(1), val(10)]).as('day'), fn.countAll().as('entries'), fn.sum('bytes').as('bytes')])
        .groupBy('day')
        .orderBy('day')
        .execute();
      return found.map(({ day, entries, bytes }) => ({ day, entries: Number(entries), bytes: Number(bytes) }));
    },
    async page({ after, limit, ...wanted }) {
      const found = await inRange({ ...wanted, from: after?.at ?? wanted.from })
        .$if(after !== undefined, (query) => query.where(({ eb, or, and }) => or([eb('at', '>', after?.at ?? ''), and([eb('at', '=', after?.at ?? ''), eb('sequence', '>', after?.sequence ?? 0)])])))
        .orderBy('at')
        .orderBy('sequence')
        .selectAll()
        .limit(limit)
        .execute();
      return found.map(toEntry);
    },
    async prune({ before, mostBytes, most }) {
      const { bytes } = await trx.selectFrom('protocols').select(({ fn }) => fn.sum('bytes').as('bytes')).executeTakeFirstOrThrow();
      const oldest = await trx.selectFrom('protocols').select(['at', 'sequence', 'bytes']).orderBy('at').orderBy('sequence').limit(most).execute();
      let over = Number(bytes ?? 0) - mostBytes;
      const gone = oldest.filter((row) => {
        const goes = row.at < before || over > 0;
        if (goes) over -= row.bytes;
        return goes;
      });
      if (gone.length > 0) await trx.deleteFrom('protocols').where('sequence', 'in', gone.map(({ sequence }) => sequence)).execute();
      return gone.length;
    },
  };
}

function toEntry({ id, at, sequence, source, function: name, ref, check_id: checkId, kind, text }: Selectable<Database['protocols']>): ProtocolEntry {
  return { id, at, sequence, source: source === 'uc-suite' ? source : 'framework', function: functionName.parse(name), ref, checkId, kind: kind as ProtocolKind, text };
}
