import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';

/** A field that has one value here and another in the store. */
export interface Difference {
  name: string;
  label: string;
  mine: string;
  theirs: string;
  /** Was it changed here? Else only the other one has changed it. */
  isMine: boolean;
}

interface ConflictProps {
  differences: readonly Difference[];
  busy: boolean;
  /** Gets the names of the fields for which the other one's value was chosen. */
  onSave: (theirs: ReadonlySet<string>) => void;
}

/** Somebody else has saved meanwhile: both values side by side, and a choice for each. */
export function Conflict({ differences, busy, onSave }: ConflictProps) {
  const { t } = useLingui();
  const [theirs, setTheirs] = useState(() => new Set(differences.filter(({ isMine }) => !isMine).map(({ name }) => name)));
  const choose = (name: string, side: 'mine' | 'theirs') => {
    const next = new Set(theirs);
    if (side === 'theirs') next.add(name);
    else next.delete(name);
    setTheirs(next);
  };
  const cell = ({ name, label, ...values }: Difference, side: 'mine' | 'theirs') => {
    const value = values[side] || t`empty`;
    return (
      <td data-side={side === 'mine' ? t`Yours` : t`Saved meanwhile`}>
        <label>
          <input
            type="radio"
            name={`choice-${name}`}
            checked={theirs.has(name) === (side === 'theirs')}
            onChange={() => choose(name, side)}
            aria-label={side === 'mine' ? t`${label}, yours: ${value}` : t`${label}, theirs: ${value}`}
          />{' '}
          {value}
        </label>
      </td>
    );
  };
  return (
    <Notice tone="warn" alert>
      <p>
        <Trans>Somebody else has saved these settings meanwhile. What you typed is still here. Choose for each field:</Trans>
      </p>
      <table className="conflict">
        <thead>
          <tr>
            <th scope="col">
              <Trans>Field</Trans>
            </th>
            <th scope="col">
              <Trans>Yours</Trans>
            </th>
            <th scope="col">
              <Trans>Saved meanwhile</Trans>
            </th>
          </tr>
        </thead>
        <tbody>
          {differences.map((difference) => (
            <tr key={difference.name}>
              <th scope="row">{difference.label}</th>
              {cell(difference, 'mine')}
              {cell(difference, 'theirs')}
            </tr>
          ))}
        </tbody>
      </table>
      <div className="row">
        <Button look="primary" busy={busy} onClick={() => onSave(theirs)}>
          <Trans>Save this choice</Trans>
        </Button>
      </div>
    </Notice>
  );
}
