import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { NavLink, useLocation } from 'react-router';
import { queueTreeQuery } from '../../api/queue-tree.ts';
import { paths } from '../../paths.ts';
import { HealthMark } from '../health-mark.tsx';

/** The first queues by name, each with its health, and the way to all where there are more. */
export function QueueTree({ onChoose }: { onChoose: () => void }) {
  const { t } = useLingui();
  const { data } = useQuery(queueTreeQuery);
  const { pathname } = useLocation();
  if (!data?.items.length) return null;
  return (
    <ul className="tree-queues" aria-label={t`Queues`}>
      {data.items.map(({ id, name, health }) => {
        const isHere = pathname.startsWith(paths.queueSettings(id).replace(/settings$/, ''));
        return (
          <li key={id}>
            <NavLink to={paths.queuePilots(id)} aria-current={isHere ? 'page' : undefined} className={isHere ? 'here' : undefined} onClick={onChoose}>
              <bdi className="cut">{name}</bdi>
              <HealthMark health={health} brief />
            </NavLink>
          </li>
        );
      })}
      {data.total > data.items.length && (
        <li>
          <NavLink end to={paths.queues()} onClick={onChoose}>
            <Trans>All queues</Trans>
          </NavLink>
        </li>
      )}
    </ul>
  );
}
