import { Trans, useLingui } from '@lingui/react/macro';
import { announce } from '../ui/announcer.tsx';
import { SelectField } from '../ui/field.tsx';
import { isSameApplication, type Application } from './application-place.ts';
import type { OtherApplication } from './use-other-applications.ts';

interface SameApplicationProps {
  values: Application;
  others: readonly OtherApplication[];
  /** Gets null where it is to be none of them again. */
  onChoose: (other: OtherApplication | null) => void;
}

/** Takes the application of another function; nothing where there is none. */
export function SameApplication({ values, others, onChoose }: SameApplicationProps) {
  const { t } = useLingui();
  if (others.length === 0) return null;
  const choose = (id: string) => {
    const other = others.find((one) => one.function === id) ?? null;
    onChoose(other);
    const name = other?.name;
    if (name) announce(other.clientSecret.set ? t`The IDs and the secret of ${name} are used.` : t`The IDs of ${name} are filled in.`);
  };
  return (
    <SelectField
      label={t`Use the same application as …`}
      help={<Trans>One application can serve several functions, with the permissions of all of them.</Trans>}
      value={others.find((one) => isSameApplication(one, values))?.function ?? ''}
      onChange={(event) => choose(event.target.value)}
    >
      <option value="">{t`no other function`}</option>
      {others.map(({ function: id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </SelectField>
  );
}
