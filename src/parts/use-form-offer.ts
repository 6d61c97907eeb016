import { useLingui } from '@lingui/react/macro';
import type { FieldValues, Path, UseFormReturn } from 'react-hook-form';
import { clouds, type Cloud } from '../../contract/clouds.ts';
import type { Diagnosis } from '../../contract/diagnosis.ts';
import { announce } from '../ui/announcer.tsx';

type Changed<Values> = { [Name in keyof Values]?: Values[Name] };

/** Takes what a diagnosis offers: changes the values of the form, nothing else; saving stays with the admin. `inCloud` says what changes with the cloud, `then` where the focus goes. */
export function useFormOffer<Values extends FieldValues & { tenantId: string; applicationId: string }, Output>(form: UseFormReturn<Values, unknown, Output>, inCloud: (cloud: Cloud, values: Values) => Changed<Values>, then: () => void): (diagnosis: Diagnosis) => void {
  const { t } = useLingui();
  const set = (changes: Changed<Values>) => {
    for (const [name, value] of Object.entries(changes)) form.setValue(name as Path<Values>, value, { shouldDirty: true });
  };
  return ({ offer, params }) => {
    const values = structuredClone(form.getValues());
    const other = String(params['otherCloud'] ?? '');
    if (offer === 'swap-ids') {
      set({ applicationId: values.tenantId, tenantId: values.applicationId } as Changed<Values>);
      announce(t`Application ID and Tenant ID are swapped. Press Save.`);
    } else if (offer === 'choose-cloud' && Object.hasOwn(clouds, other)) {
      set(inCloud(other as Cloud, values));
      announce(t`The other cloud is chosen. Press Save.`);
    }
    then();
  };
}
