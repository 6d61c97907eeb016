import { Trans } from '@lingui/react/macro';
import { useState, type ReactNode } from 'react';
import { useWatch } from 'react-hook-form';
import { Link } from 'react-router';
import type { EmailForwarding } from '../../../../contract/email-forwarding.ts';
import { later } from '../../../parts/later.tsx';
import { paths } from '../../../paths.ts';
import { Button } from '../../../ui/button.tsx';
import { guideSteps, type GuideInput, type StepId } from './guide-steps.ts';
import type { SettingsForm } from './use-settings-form.ts';
import { useStepTitles } from './use-step-titles.ts';

const BasicGuide = later(async () => (await import('./basic-guide.tsx')).BasicGuide);
const GuideStep = later(async () => (await import('./guide-step.tsx')).GuideStep);

/** What is done once at Microsoft, for the values that are in the form: the steps, each with its details when it is opened. */
export function Guide({ form, stored }: { form: SettingsForm; stored: EmailForwarding }) {
  const [authMethod, cloud, emailAddress, signInAs, tenantId, applicationId] = useWatch({ control: form.control, name: ['authMethod', 'cloud', 'emailAddress', 'signInAs', 'tenantId', 'applicationId'] });
  const input = { authMethod, cloud, emailAddress, signInAs, tenantId, applicationId };
  const { entra, exchange } = guideSteps(input);
  const steps: readonly StepId[] = [...entra, ...exchange];
  const [open, setOpen] = useState<ReadonlySet<StepId>>(new Set());
  if (authMethod === 'basic') return <BasicGuide mailbox={emailAddress.trim()} />;
  const areAllOpen = steps.every((id) => open.has(id));
  const toggle = (id: StepId, on: boolean) => open.has(id) !== on && setOpen(new Set(on ? [...open, id] : [...open].filter((other) => other !== id)));
  const list = (ids: readonly StepId[], start: number) => <StepList ids={ids} start={start} open={open} input={input} stored={stored} onToggle={toggle} />;
  return (
    <>
      <h2>
        <Trans>At Microsoft</Trans>
      </h2>
      <p className="muted">
        <Trans>What is done once for this page, with the values of the form.</Trans>
      </p>
      <Button look="text" onClick={() => setOpen(new Set(areAllOpen ? [] : steps))}>
        {areAllOpen ? <Trans>Close all steps</Trans> : <Trans>Open all steps</Trans>}
      </Button>
      <h3>
        <Trans>Entra administrator</Trans>
      </h3>
      {list(entra, 1)}
      <SheetLink to={paths.emailForwardingSheet('entra')}>
        <Trans>Print for the Entra administrator</Trans>
      </SheetLink>
      {exchange.length > 0 && (
        <>
          <h3>
            <Trans>Exchange administrator</Trans>
          </h3>
          {list(exchange, entra.length + 1)}
          <SheetLink to={paths.emailForwardingSheet('exchange')}>
            <Trans>Print for the Exchange administrator</Trans>
          </SheetLink>
        </>
      )}
    </>
  );
}

interface StepListProps {
  ids: readonly StepId[];
  start: number;
  open: ReadonlySet<StepId>;
  input: GuideInput;
  stored: EmailForwarding;
  onToggle: (id: StepId, on: boolean) => void;
}

function StepList({ ids, start, open, input, stored, onToggle }: StepListProps) {
  const titles = useStepTitles();
  return (
    <ol start={start}>
      {ids.map((id) => (
        <li key={id}>
          <details open={open.has(id)} onToggle={(event) => onToggle(id, event.currentTarget.open)}>
            <summary>{titles[id]}</summary>
            {open.has(id) && <GuideStep id={id} input={input} stored={stored} />}
          </details>
        </li>
      ))}
    </ol>
  );
}

function SheetLink({ to, children }: { to: string; children: ReactNode }) {
  return (
    <Link to={to} className="button plain">
      {children}
    </Link>
  );
}
