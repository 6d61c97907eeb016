import { Plural, Trans } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import type { Use } from '../../contract/contact-center.ts';
import { usesQuery } from '../api/contact-center.ts';
import { paths } from '../paths.ts';
import { Notice } from '../ui/notice.tsx';
import { useDebounced } from '../ui/use-debounced.ts';

const shownUses = 3;
const pauseMs = 300;

interface AlsoUsedProps {
  number?: string;
  mailbox?: string;
  /** The one that is edited: `<queueId>` or `<queueId>/<pilotId>`. */
  except?: string | undefined;
}

/** Warns while it is typed that others have this number or mailbox; it can be saved nevertheless. */
export function AlsoUsed({ number = '', mailbox = '', except }: AlsoUsedProps) {
  const asked = useDebounced(JSON.stringify({ ...(number.trim() && { number: number.trim() }), ...(mailbox.trim() && { mailbox: mailbox.trim() }), ...(except && { except }) }), pauseMs);
  const { data } = useQuery(usesQuery(JSON.parse(asked) as Parameters<typeof usesQuery>[0]));
  const isNow = (number || mailbox).trim() !== '';
  return (
    <output className="block">
      {isNow && data && data.total > 0 && (
        <Notice tone="warn">
          <p>{mailbox ? <Trans>This mailbox is used already:</Trans> : <Trans>This number is used already:</Trans>}</p>
          <ul className="uses">
            {data.items.slice(0, shownUses).map((one) => (
              <li key={`${one.queueId}/${one.pilotId}`}>
                <OtherUse {...one} />
              </li>
            ))}
            {data.total > shownUses && (
              <li>
                <Plural value={data.total - shownUses} one="and # more" other="and # more" />
              </li>
            )}
          </ul>
          <p>{mailbox ? <Trans>Each mail would be fetched by one of them only. It can be saved nevertheless.</Trans> : <Trans>It can be saved nevertheless.</Trans>}</p>
        </Notice>
      )}
    </output>
  );
}

function OtherUse({ queueId, queueName, pilotId, name }: Use) {
  const to = pilotId === null ? paths.queueSettings(queueId) : paths.queuePilots(queueId, { pilot: pilotId });
  const link = (
    <Link to={to}>
      <bdi>{pilotId === null ? queueName : name}</bdi>
    </Link>
  );
  return pilotId === null ? <Trans>queue {link}</Trans> : <Trans>queue pilot {link} of <bdi>{queueName}</bdi></Trans>;
}
