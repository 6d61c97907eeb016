import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { useParams, useSearchParams, type LoaderFunctionArgs } from 'react-router';
import type { Queue } from '../../../../../../contract/contact-center.ts';
import { allPilotsQuery, pilotQuery, queueQuery } from '../../../../../api/contact-center.ts';
import { queryClient } from '../../../../../api/query-client.ts';
import { isGone } from '../../../../../parts/is-gone.ts';
import { NotFound } from '../../../../../parts/frame/not-found.tsx';
import type { StepOwner } from '../../../../../parts/guide/guide-frame.tsx';
import { SheetFrame } from '../../../../../parts/guide/sheet-frame.tsx';
import { SheetSteps } from '../../../../../parts/guide/sheet-steps.tsx';
import { paths } from '../../../../../paths.ts';
import { NoSuchQueue } from '../../no-such-queue.tsx';
import { applicationKey, guidedApplications } from './applications-of.ts';
import { CutNote } from './cut-note.tsx';
import { guideSteps } from './guide-steps.ts';
import { guideValues, newPilot, type GuideValues } from './guide-values.ts';
import { NoSuchPilot } from './no-such-pilot.tsx';
import { useStepDetails } from './use-step-details.ts';
import { useStepTitles } from './use-step-titles.ts';

/** Fetches the queue, and the pilot or all of them. */
export async function loader({ params, request }: LoaderFunctionArgs): Promise<null> {
  const queueId = params['queueId'] ?? '';
  const pilot = new URL(request.url).searchParams.get('pilot');
  const pilots = pilot === null ? queryClient.ensureQueryData(allPilotsQuery(queueId)) : pilot === 'new' ? null : queryClient.ensureQueryData(pilotQuery(queueId, pilot));
  const read = await Promise.allSettled([queryClient.ensureQueryData(queueQuery(queueId)), pilots]);
  // That something is gone is said in its place.
  const failed = read.find((one) => one.status === 'rejected' && !isGone(one.reason));
  if (failed?.status === 'rejected') throw failed.reason;
  return null;
}

/** What one of the two administrators has to do for a pilot, or for all of a queue, to be printed and handed over. */
export function Component() {
  const { queueId = '', owner } = useParams();
  const pilot = useSearchParams()[0].get('pilot');
  const { data } = useQuery(queueQuery(queueId));
  if (owner !== 'entra' && owner !== 'exchange') return <NotFound />;
  if (!data) return <NoSuchQueue />;
  const { settings: queue } = data;
  if (pilot === 'new') return <Sheet queue={queue} owner={owner} applications={[newPilot]} isSaved={false} back={paths.queuePilots(queueId, { add: true })} />;
  return pilot === null ? <QueueSheet queue={queue} owner={owner} /> : <PilotSheet queue={queue} owner={owner} pilot={pilot} />;
}

interface Of {
  queue: Queue;
  owner: StepOwner;
}

function QueueSheet({ queue, owner }: Of) {
  const { data } = useQuery(allPilotsQuery(queue.id));
  // It was deleted since its name was read.
  if (!data) return <NoSuchQueue />;
  return <Sheet queue={queue} owner={owner} {...guidedApplications(data.items)} isCut={data.isCut} back={paths.queuePilots(queue.id)} />;
}

function PilotSheet({ queue, owner, pilot }: Of & { pilot: string }) {
  const { data } = useQuery(pilotQuery(queue.id, pilot));
  if (!data) return <NoSuchPilot queue={queue} />;
  const { settings } = data;
  const applications = settings.type === 'email' ? [guideValues(settings, settings)] : [];
  return <Sheet queue={queue} owner={owner} applications={applications} isSaved back={paths.queuePilots(queue.id, { pilot })} />;
}

interface SheetProps extends Of {
  applications: readonly GuideValues[];
  isSaved: boolean;
  isCut?: boolean;
  back: string;
}

function Sheet({ queue: { name }, owner, applications, isSaved, isCut = false, back }: SheetProps) {
  const { t } = useLingui();
  const what = t`Queue Pilots`;
  return (
    <SheetFrame
      title={owner === 'entra' ? t`${what}: for the Entra administrator` : t`${what}: for the Exchange administrator`}
      above={[t`UC Suite`, t`Contact Center`, t`Queues`, name]}
      back={back}
      configured={isSaved}
      isEmpty={applications.every((application) => guideSteps(application)[owner].length === 0)}
      intro={<Trans>A telephone system is to fetch the e-mails for one of its queues by POP3. These steps are done once.</Trans>}
    >
      {isCut && <CutNote />}
      {applications.map((application) => (
        <ApplicationSteps key={applicationKey(application)} queueName={name} owner={owner} values={application} isOneOfSeveral={applications.length > 1} />
      ))}
    </SheetFrame>
  );
}

function ApplicationSteps({ queueName, owner, values, isOneOfSeveral }: { queueName: string; owner: StepOwner; values: GuideValues; isOneOfSeveral: boolean }) {
  const { t } = useLingui();
  const titles = useStepTitles(values);
  const details = useStepDetails(values, isOneOfSeveral);
  const { applicationId, mailboxes } = values;
  return (
    <SheetSteps
      heading={isOneOfSeveral ? t`Application ${applicationId}` : undefined}
      values={values}
      facts={[
        [t`Queue`, queueName],
        mailboxes.length > 1 ? [t`Mailboxes`, mailboxes.join(', ')] : [t`Mailbox`, mailboxes[0] ?? '<mailbox>'],
      ]}
      steps={guideSteps(values)[owner]}
      titles={titles}
      details={details}
    />
  );
}
