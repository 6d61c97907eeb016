import { Trans, useLingui } from '@lingui/react/macro';
import { useParams } from 'react-router';
import { emailForwardingQuery } from '../../../api/email-forwarding.ts';
import { queryClient, usePrefetched } from '../../../api/query-client.ts';
import { NotFound } from '../../../parts/frame/not-found.tsx';
import type { StepOwner } from '../../../parts/guide/guide-frame.tsx';
import { SheetFrame } from '../../../parts/guide/sheet-frame.tsx';
import { SheetSteps } from '../../../parts/guide/sheet-steps.tsx';
import { paths } from '../../../paths.ts';
import { guideSteps } from './guide-steps.ts';
import { guideValues } from './guide-values.ts';
import { useFieldNames } from './use-field-names.ts';
import { useStepDetails } from './use-step-details.ts';
import { useStepTitles } from './use-step-titles.ts';

/** Fetches what is saved. */
export async function loader(): Promise<null> {
  await queryClient.ensureQueryData(emailForwardingQuery);
  return null;
}

/** What one of the two administrators has to do, to be printed and handed over. */
export function Component() {
  const { owner } = useParams();
  return owner === 'entra' || owner === 'exchange' ? <Sheet owner={owner} /> : <NotFound />;
}

function Sheet({ owner }: { owner: StepOwner }) {
  const { t } = useLingui();
  const titles = useStepTitles();
  const { authMethods } = useFieldNames();
  const { settings } = usePrefetched(emailForwardingQuery);
  const values = guideValues(settings, settings);
  const details = useStepDetails(values);
  const { authMethod, emailAddress, signInAs } = values;
  const steps = guideSteps(values)[owner];
  return (
    <SheetFrame
      title={owner === 'entra' ? t`E-mail forwarding: for the Entra administrator` : t`E-mail forwarding: for the Exchange administrator`}
      above={[t`Service Center`]}
      back={paths.emailForwarding()}
      configured={settings.configured}
      isEmpty={steps.length === 0}
      intro={<Trans>A telephone system is to send its e-mails through Microsoft 365. These steps are done once; afterwards it can sign in there.</Trans>}
    >
      <SheetSteps
        values={values}
        facts={[
          [t`E-mail address`, emailAddress || '<mailbox>'],
          ...(signInAs && authMethod === 'microsoft-oauth' ? [[t`Sign in as`, signInAs] as const] : []),
          [t`Auth Method`, authMethods[authMethod]],
        ]}
        steps={steps}
        titles={titles}
        details={details}
      />
    </SheetFrame>
  );
}
