import { Trans, useLingui } from '@lingui/react/macro';
import { Fragment, type ReactNode } from 'react';
import { Link } from 'react-router';
import { clouds, type Cloud } from '../../../contract/clouds.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useNow } from '../../ui/use-now.ts';
import { Page } from '../frame/page.tsx';
import { useCloudNames } from '../use-cloud-names.ts';
import type { StepDetail } from './step-detail.ts';
import { StepView } from './step-view.tsx';

interface SheetFrameProps<Id extends string> {
  title: string;
  /** Where its page stands in the menu. */
  above: readonly string[];
  back: string;
  configured: boolean;
  /** What it is for, to somebody who does not know the page. */
  intro: ReactNode;
  /** The application; null where none signs in. */
  values: { cloud: Cloud; tenantId: string; applicationId: string } | null;
  /** What else is to be known, with its name. */
  facts: readonly (readonly [string, string])[];
  steps: readonly Id[];
  titles: Record<Id, string>;
  details: Record<Id, StepDetail>;
}

/** What one administrator has to do, to be printed and handed over. */
export function SheetFrame<Id extends string>({ title, above, back, configured, intro, values, facts, steps, titles, details }: SheetFrameProps<Id>) {
  return (
    <Page title={title} above={above}>
      <div className="row not-printed">
        {steps.length > 0 && (
          <Button look="primary" onClick={() => window.print()}>
            <Trans>Print</Trans>
          </Button>
        )}
        <Link to={back} className="button plain">
          <Trans>Back</Trans>
        </Link>
      </div>
      {!configured && (
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
          <p>{intro}</p>
          <Facts values={values} facts={facts} />
          <ol>
            {steps.map((id) => (
              <li key={id}>
                <h2>{titles[id]}</h2>
                <StepView detail={details[id]} written />
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

function Facts({ values, facts }: Pick<SheetFrameProps<string>, 'values' | 'facts'>) {
  const { t, i18n } = useLingui();
  const now = useNow(60_000);
  const cloudNames = useCloudNames();
  const rows: readonly (readonly [string, string])[] = [
    ...(values ? [[t`Tenant ID`, values.tenantId || '<tenant-id>'] as const, [t`Application ID`, values.applicationId || '<application-id>'] as const] : []),
    ...facts,
    ...(values ? [[t`Cloud`, cloudNames[values.cloud]] as const, [t`Portal`, clouds[values.cloud].entraPortal] as const] : []),
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
