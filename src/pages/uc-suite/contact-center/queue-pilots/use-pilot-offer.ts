import { useLingui } from '@lingui/react/macro';
import { clouds, type Cloud } from '../../../../../contract/clouds.ts';
import type { Diagnosis } from '../../../../../contract/diagnosis.ts';
import { announce } from '../../../../ui/announcer.tsx';
import { inCloud, type PilotValues } from './pilot-values.ts';
import type { PilotForm } from './use-pilot-form.ts';

/** Takes what a diagnosis offers: changes the values of the form, nothing else; saving stays with the admin. */
export function usePilotOffer(form: PilotForm): (diagnosis: Diagnosis) => void {
  const { t } = useLingui();
  const set = (changes: Partial<PilotValues>) => {
    for (const [name, value] of Object.entries(changes) as [keyof PilotValues, string][]) form.setValue(name, value, { shouldDirty: true });
  };
  return ({ offer, params }) => {
    const values = structuredClone(form.getValues());
    const other = String(params['otherCloud'] ?? '');
    if (offer === 'swap-ids') {
      set({ applicationId: values.tenantId, tenantId: values.applicationId });
      announce(t`Application ID and Tenant ID are swapped. Press Save.`);
    } else if (offer === 'choose-cloud' && Object.hasOwn(clouds, other)) {
      set(inCloud(other as Cloud, values));
      announce(t`The other cloud is chosen. Press Save.`);
    }
    form.setFocus(offer === 'choose-cloud' ? 'cloud' : 'tenantId');
  };
}
