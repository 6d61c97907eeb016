import { Trans, useLingui } from '@lingui/react/macro';
import { Fragment } from 'react';
import { Link, useParams } from 'react-router';
import { clouds } from '../../../../contract/clouds.ts';
import { emailForwardingQuery } from '../../../api/email-forwarding.ts';
import { queryClient, usePrefetched } from '../../../api/query-client.ts';
import { NotFound } from '../../../parts/frame/not-found.tsx';
import { Page } from '../../../parts/frame/page.tsx';
import { useCloudNames } from '../../../parts/use-cloud-names.ts';
import { paths } from '../../../paths.ts';
import { Button } from '../../../ui/button.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { useNow } from '../../../ui/use-now.ts';
import { guideSteps, type GuideSteps } from './guide-steps.ts';
import { guideValues, type GuideValues } from './guide-values.ts';
import { StepView } from './step-view.tsx';
import { useFieldNames } from './use-field-names.ts';
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

function Sheet({ owner }: { owner: keyof GuideSteps }) {
  const { t } = useLingui();
  const titles = useStepTitles();
  const { settings } = usePrefetched(emailForwardingQuery);
  const values = guideValues(settings, settings);
  const steps = guideSteps(values)[owner];
  const title = owner === 'entra' ? t`E-mail forwarding: for the Entra administrator` : t`E-mail forwarding: for the Exchange administrator`;
  return (
    <Page title={title} above={[t`Service Center`]}>
      <div className="row not-printed">
        {steps.length > 0 && (
          <Button look="primary" onClick={() => window.print()}>
            <Trans>Print</Trans>
          </Button>
        )}
        <Link to={paths.emailForwarding()} className="button plain">
          <Trans>Back</Trans>
        </Link>
      </div>
      {!settings.configured && (
        <Notice tone="info">
          <p>
            <Trans>Nothing is saved yet. What is still open stands in angle brackets.</Trans>
          </p>
        </Notice>
      )}
      {steps.length === 0 ? (
        <p>
          <Trans>With the settings that are saved there is nothing to do for this administrator.</Trans>
        </p>
      ) : (
        <div className="sheet">
          <p>
            <Trans>A telephone system is to send its e-mails through Microsoft 365. These steps are done once; afterwards it can sign in there.</Trans>
          </p>
          <Facts values={values} />
          <ol>
            {steps.map((id) => (
              <li key={id}>
                <h2>{titles[id]}</h2>
                <StepView id={id} values={values} written />
              </li>
            ))}
          </ol>
          <p>
            <Trans>There is no password and no secret on this sheet.</Trans>
          </p>
        </div>
      )}
    </Page>
  );
}

function Facts({ values }: { values: GuideValues }) {
  const { t, i18n } = useLingui();
  const now = useNow(60_000);
  const { authMethods } = useFieldNames();
  const cloudNames = useCloudNames();
  const { authMethod, tenantId, applicationId, emailAddress, signInAs, cloud } = values;
  const rows: [string, string][] = [
    [t`Tenant ID`, tenantId || '<tenant-id>'],
    [t`Application ID`, applicationId || '<application-id>'],
    [t`E-mail address`, emailAddress || '<mailbox>'],
    ...(signInAs && authMethod === 'microsoft-oauth' ? [[t`Sign in as`, signInAs] as [string, string]] : []),
    [t`Auth Method`, authMethods[authMethod]],
    [t`Cloud`, cloudNames[cloud]],
    [t`Portal`, clouds[cloud].entraPortal],
    [t`As of`, new Intl.DateTimeFormat(i18n.locale, { dateStyle: 'long' }).format(now)],
  ];
  return (
    <dl className="summary">
      {rows.map(([name, value]) => (
        <Fragment key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </Fragment>
      ))}
    </dl>
  );
}
