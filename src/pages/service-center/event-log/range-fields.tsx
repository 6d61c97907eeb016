import { useLingui } from '@lingui/react/macro';
import { useState, type ChangeEvent, type KeyboardEvent } from 'react';
import type { EventView } from '../../../paths.ts';
import { TextField } from '../../../ui/field.tsx';
import { asInstant, asLocal } from './event-view.ts';

interface Times {
  from?: string | undefined;
  to?: string | undefined;
}

/** The beginning and the end of what is shown, each of which may be left open. They count once they are left. */
export function RangeFields({ view, onChange }: { view: EventView; onChange: (view: EventView) => void }) {
  const { t } = useLingui();
  const [typed, setTyped] = useState({ from: asLocal(view.from), to: asLocal(view.to) });
  const [known, setKnown] = useState(view);
  const [sent, setSent] = useState<Times>(view);
  if (isOther(view, known)) {
    setKnown(view);
    // The way back brings others than what was asked for last.
    if (isOther(view, sent)) setTyped({ from: asLocal(view.from), to: asLocal(view.to) });
  }
  const [from, to] = [asInstant(typed.from), asInstant(typed.to)];
  const isBackwards = from !== undefined && to !== undefined && to <= from;
  const send = () => {
    if (isBackwards || !isOther({ from, to }, view)) return;
    setSent({ from, to });
    onChange({ ...view, from: from ?? '', to: to ?? '' });
  };
  const field = {
    type: 'datetime-local',
    onChange: ({ target }: ChangeEvent<HTMLInputElement>) => setTyped({ ...typed, [target.name]: target.value }),
    onBlur: send,
    onKeyDown: ({ key }: KeyboardEvent) => key === 'Enter' && send(),
  };
  return (
    <>
      <TextField {...field} name="from" label={t`From`} value={typed.from} />
      <TextField {...field} name="to" label={t`To`} value={typed.to} error={isBackwards ? t`The end must be after the beginning.` : undefined} />
    </>
  );
}

function isOther(a: Times, b: Times): boolean {
  return a.from !== b.from || a.to !== b.to;
}
