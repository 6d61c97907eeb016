import { Trans } from '@lingui/react/macro';
import { useState, type ReactNode } from 'react';
import { Link } from 'react-router';
import { Button } from '../../ui/button.tsx';

/** Whom a step is for, and a sheet. */
export type StepOwner = 'entra' | 'exchange';

interface GuideFrameProps<Id extends string> {
  /** Where it is done, if not at Microsoft. */
  title?: ReactNode;
  /** What the steps are for, if not for the form of this page. */
  intro?: ReactNode;
  /** What is to be chosen or known before the steps. */
  children?: ReactNode;
  /** `own`: what the reader does then. */
  steps: Record<StepOwner, readonly Id[]> & { own?: readonly Id[] };
  titles: Record<Id, string>;
  /** What a step says when it is open. */
  step: (id: Id) => ReactNode;
  /** The address of the sheet with the steps of one owner. */
  sheet: (owner: StepOwner) => string;
}

/** What is done once, at Microsoft or elsewhere: the steps by who does them, each with its details when it is opened. */
export function GuideFrame<Id extends string>({ title, intro, children, steps: { entra, exchange, own = [] }, titles, step, sheet }: GuideFrameProps<Id>) {
  const [open, setOpen] = useState<ReadonlySet<Id>>(new Set());
  const all = [...entra, ...exchange, ...own];
  const areAllOpen = all.every((id) => open.has(id));
  const toggle = (id: Id, on: boolean) => open.has(id) !== on && setOpen(new Set(on ? [...open, id] : [...open].filter((other) => other !== id)));
  const list = (ids: readonly Id[], start: number) => (
    <ol start={start}>
      {ids.map((id) => (
        <li key={id}>
          <details open={open.has(id)} onToggle={(event) => toggle(id, event.currentTarget.open)}>
            <summary>{titles[id]}</summary>
            {open.has(id) && step(id)}
          </details>
        </li>
      ))}
    </ol>
  );
  return (
    <>
      <h2>
        {title || <Trans>At Microsoft</Trans>}
      </h2>
      <p className="muted">
        {intro || <Trans>What is done once for this page, with the values of the form.</Trans>}
      </p>
      {children}
      <Button look="text" onClick={() => setOpen(new Set(areAllOpen ? [] : all))}>
        {areAllOpen ? <Trans>Close all steps</Trans> : <Trans>Open all steps</Trans>}
      </Button>
      {entra.length > 0 && (
        <>
          <h3>
            <Trans>Entra administrator</Trans>
          </h3>
          {list(entra, 1)}
          <SheetLink to={sheet('entra')}>
            <Trans>Print for the Entra administrator</Trans>
          </SheetLink>
        </>
      )}
      {exchange.length > 0 && (
        <>
          <h3>
            <Trans>Exchange administrator</Trans>
          </h3>
          {list(exchange, entra.length + 1)}
          <SheetLink to={sheet('exchange')}>
            <Trans>Print for the Exchange administrator</Trans>
          </SheetLink>
        </>
      )}
      {own.length > 0 && (
        <>
          <h3>
            <Trans>You, with the client secret</Trans>
          </h3>
          {list(own, entra.length + exchange.length + 1)}
        </>
      )}
    </>
  );
}

function SheetLink({ to, children }: { to: string; children: ReactNode }) {
  return (
    <Link to={to} className="button plain">
      {children}
    </Link>
  );
}
