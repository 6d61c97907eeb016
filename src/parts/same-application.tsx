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

/** Takes the application of somebody else here; nothing where there is none. */
export function SameApplication({ values, others, onChoose }: SameApplicationProps) {
  const { t } = useLingui();
  if (others.length === 0) return null;
  const choose = (source: string) => {
    const other = others.find((one) => one.source === source) ?? null;
    onChoose(other);
    const name = other?.name;
    if (name) announce(other.clientSecret.set ? t`The IDs and the secret of ${name} are used.` : t`The IDs of ${name} are filled in.`);
  };
  return (
    <SelectField
      label={t`Use the same application as …`}
      help={<Trans>One application can serve several functions, with the permissions of all of them.</Trans>}
      value={others.find((one) => isSameApplication(one, values))?.source ?? ''}
      onChange={(event) => choose(event.target.value)}
    >
      <option value="">{t`none of these`}</option>
      {others.map(({ source, name, more }) => (
        <option key={source} value={source}>
          {more > 0 ? t`${name} and ${more} more` : name}
        </option>
      ))}
    </SelectField>
  );
}
