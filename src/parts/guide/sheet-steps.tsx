import { useLingui } from '@lingui/react/macro';
import { Fragment } from 'react';
import { clouds, type Cloud } from '../../../contract/clouds.ts';
import { useNow } from '../../ui/use-now.ts';
import { useCloudNames } from '../use-cloud-names.ts';
import type { StepDetail } from './step-detail.ts';
import { StepView } from './step-view.tsx';

interface SheetStepsProps<Id extends string> {
  /** Which of several it is. */
  heading?: string | undefined;
  /** The application; null where none signs in. */
  values: { cloud: Cloud; tenantId: string; applicationId: string } | null;
  /** What else is to be known, with its name. */
  facts: readonly (readonly [string, string])[];
  steps: readonly Id[];
  titles: Record<Id, string>;
  details: Record<Id, StepDetail>;
}

/** The steps of a sheet with what they are for, for one application. */
export function SheetSteps<Id extends string>({ heading, values, facts, steps, titles, details }: SheetStepsProps<Id>) {
  const Title = heading ? 'h3' : 'h2';
  return (
    <>
      {heading && <h2>{heading}</h2>}
      <Facts values={values} facts={facts} />
      <ol>
        {steps.map((id) => (
          <li key={id}>
            <Title>{titles[id]}</Title>
            <StepView detail={details[id]} written />
          </li>
        ))}
      </ol>
    </>
  );
}

function Facts({ values, facts }: Pick<SheetStepsProps<string>, 'values' | 'facts'>) {
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
