import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import type { PilotRow } from '../../../../../../contract/contact-center.ts';
import { allPilotsQuery } from '../../../../../api/contact-center.ts';
import { isGone } from '../../../../../parts/is-gone.ts';
import { GuideFrame } from '../../../../../parts/guide/guide-frame.tsx';
import { RequestError } from '../../../../../parts/request-error.tsx';
import { paths } from '../../../../../paths.ts';
import { SelectField } from '../../../../../ui/field.tsx';
import { applicationKey, guidedApplications } from './applications-of.ts';
import { BasicGuide } from './basic-guide.tsx';
import { CutNote } from './cut-note.tsx';
import { GuideStep } from './guide-step.tsx';
import { guideSteps } from './guide-steps.ts';
import type { GuideValues } from './guide-values.ts';
import { useStepTitles } from './use-step-titles.ts';

/** What is done once for all e-mail pilots of a queue that sign in with OAuth 2.0, as they are saved. */
export function QueueGuide({ queueId }: { queueId: string }) {
  const { data, error, refetch } = useQuery(allPilotsQuery(queueId));
  // That the queue is gone the page says.
  if (!data) return isGone(error) ? null : <RequestError error={error} again={() => void refetch()} />;
  return <GuideOf queueId={queueId} pilots={data.items} isCut={data.isCut} />;
}

function GuideOf({ queueId, pilots, isCut }: { queueId: string; pilots: readonly PilotRow[]; isCut: boolean }) {
  const [chosen, choose] = useState('');
  const { applications, isSaved } = guidedApplications(pilots);
  const values = applications.find((application) => applicationKey(application) === chosen) ?? applications[0];
  if (!values) return <BasicGuide />;
  return (
    <ApplicationGuide queueId={queueId} values={values} isSaved={isSaved} isOneOfSeveral={applications.length > 1}>
      {applications.length > 1 && <ApplicationChoice applications={applications} value={applicationKey(values)} onChange={choose} />}
      {isCut && <CutNote />}
    </ApplicationGuide>
  );
}

interface ApplicationGuideProps {
  queueId: string;
  values: GuideValues;
  isSaved: boolean;
  isOneOfSeveral: boolean;
  children: ReactNode;
}

function ApplicationGuide({ queueId, values, isSaved, isOneOfSeveral, children }: ApplicationGuideProps) {
  const titles = useStepTitles(values);
  return (
    <GuideFrame
      intro={
        isSaved ? (
          <Trans>What is done once for the e-mail pilots of this queue, with the values that are saved.</Trans>
        ) : (
          <Trans>What is done once for an e-mail pilot. What is still open stands in angle brackets.</Trans>
        )
      }
      steps={guideSteps(values)}
      titles={titles}
      step={(id) => <GuideStep id={id} values={values} isOneOfSeveral={isOneOfSeveral} />}
      sheet={(owner) => paths.queuePilotsSheet(queueId, owner)}
    >
      {children}
    </GuideFrame>
  );
}

function ApplicationChoice({ applications, value, onChange }: { applications: readonly GuideValues[]; value: string; onChange: (key: string) => void }) {
  const { t } = useLingui();
  return (
    <SelectField label={t`Application`} value={value} onChange={(event) => onChange(event.target.value)}>
      {applications.map((application) => (
        <option key={applicationKey(application)} value={applicationKey(application)}>
          <MailboxCount count={application.mailboxes.length} />: {application.applicationId} ({application.tenantId})
        </option>
      ))}
    </SelectField>
  );
}

function MailboxCount({ count }: { count: number }) {
  return <Plural value={count} one="# mailbox" other="# mailboxes" />;
}
