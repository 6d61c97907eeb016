import { useLingui } from '@lingui/react/macro';
import type { ComponentProps } from 'react';
import type { Cloud } from '../../contract/clouds.ts';
import { SelectField } from '../ui/field.tsx';
import { useCloudNames } from './use-cloud-names.ts';

type CloudFieldProps = Omit<ComponentProps<typeof SelectField>, 'label' | 'onChange'> & { onChoose: (cloud: Cloud) => void };

/** The choice of Microsoft's clouds. */
export function CloudField({ onChoose, ...select }: CloudFieldProps) {
  const { t } = useLingui();
  const clouds = useCloudNames();
  return (
    <SelectField label={t`Cloud`} {...select} onChange={(event) => onChoose(event.target.value as Cloud)}>
      {(Object.keys(clouds) as Cloud[]).map((cloud) => (
        <option key={cloud} value={cloud}>
          {clouds[cloud]}
        </option>
      ))}
    </SelectField>
  );
}
