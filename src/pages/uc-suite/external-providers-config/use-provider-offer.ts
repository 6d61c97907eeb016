import { useLingui } from '@lingui/react/macro';
import { clouds, type Cloud } from '../../../../contract/clouds.ts';
import type { Diagnosis } from '../../../../contract/diagnosis.ts';
import { announce } from '../../../ui/announcer.tsx';
import { inPlace, type ProviderValues } from './provider-values.ts';
import type { ProviderForm } from './use-provider-form.ts';

/** Takes what a diagnosis offers: changes the values of the form, nothing else; saving stays with the admin. */
export function useProviderOffer(form: ProviderForm): (diagnosis: Diagnosis) => void {
  const { t } = useLingui();
  const set = (changes: Partial<ProviderValues>) => {
    for (const [name, value] of Object.entries(changes)) form.setValue(name as keyof ProviderValues, value, { shouldDirty: true });
  };
  return ({ offer, params }) => {
    const values = structuredClone(form.getValues());
    const other = String(params['otherCloud'] ?? '');
    if (offer === 'swap-ids') {
      set({ applicationId: values.tenantId, tenantId: values.applicationId });
      announce(t`Application ID and Tenant ID are swapped. Press Save.`);
    } else if (offer === 'choose-cloud' && Object.hasOwn(clouds, other)) {
      set(inPlace({ access: values.access, cloud: other as Cloud }, values));
      announce(t`The other cloud is chosen. Press Save.`);
    }
    document.getElementById('settings-title')?.focus();
  };
}
