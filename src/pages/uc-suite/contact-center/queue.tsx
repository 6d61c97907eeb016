import { useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { useParams, type LoaderFunctionArgs } from 'react-router';
import { pilotRef } from '../../../../contract/secret-source.ts';
import { lastCheckQuery } from '../../../api/checks.ts';
import { pilotQuery, pilotsQuery, queueQuery, type StoredQueue } from '../../../api/contact-center.ts';
import { queryClient } from '../../../api/query-client.ts';
import { isGone } from '../../../parts/is-gone.ts';
import { NotFound } from '../../../parts/frame/not-found.tsx';
import { Page } from '../../../parts/frame/page.tsx';
import { HealthMark } from '../../../parts/health-mark.tsx';
import { later } from '../../../parts/later.tsx';
import { paths } from '../../../paths.ts';
import { Tabs, useByTab } from '../../../ui/tabs.tsx';
import { NoSuchQueue } from './no-such-queue.tsx';
import { QueuePilots } from './queue-pilots/queue-pilots.tsx';
import { QueueSettings } from './queue/queue-settings.tsx';

const QueueGuide = later(async () => (await import('./queue-pilots/guide/queue-guide.tsx')).QueueGuide);

/** Fetches the queue and a page of its pilots, and the pilot that the address names with its last check. */
export async function loader({ params, request }: LoaderFunctionArgs): Promise<null> {
  const id = params['queueId'] ?? '';
  const search = new URL(request.url).searchParams;
  const pilot = search.get('pilot');
  try {
    await Promise.all([
      queryClient.ensureQueryData(queueQuery(id)),
      queryClient.ensureQueryData(pilotsQuery(id, search.getAll('after').at(-1))),
      ...(pilot ? [queryClient.ensureQueryData(pilotQuery(id, pilot)), queryClient.ensureQueryData(lastCheckQuery('queue-pilot', pilotRef(id, pilot)))] : []),
    ]);
  } catch (error) {
    // That it is gone is said in its place.
    if (!isGone(error)) throw error;
  }
  return null;
}

/** A queue: two tabs, each with an address. */
export function Component() {
  const { queueId = '', tab } = useParams();
  const { data } = useQuery(queueQuery(queueId));
  if (tab !== 'settings' && tab !== 'queue-pilots') return <NotFound />;
  return data ? <QueuePage key={queueId} stored={data} tab={tab} /> : <NoSuchQueue />;
}

function QueuePage({ stored, tab }: { stored: StoredQueue; tab: 'settings' | 'queue-pilots' }) {
  const { t } = useLingui();
  const keepsFocus = useByTab();
  const { id, name, health } = stored.settings;
  const tabs = [
    { name: t`Settings`, to: paths.queueSettings(id) },
    { name: t`Queue Pilots`, to: paths.queuePilots(id) },
  ] as const;
  const current = tabs[tab === 'settings' ? 0 : 1];
  return (
    <Page title={name} part={current.name} keepsFocus={keepsFocus} above={[t`UC Suite`, t`Contact Center`, t`Queues`]} guide={tab === 'queue-pilots' && <QueueGuide queueId={id} />}>
      <Tabs
        label={name}
        tabs={tabs}
        current={current.to}
        end={
          <p className="page-state">
            <HealthMark health={health} />
          </p>
        }
      >
        {tab === 'settings' ? <QueueSettings stored={stored} /> : <QueuePilots queue={stored.settings} />}
      </Tabs>
    </Page>
  );
}
