import { useLingui } from '@lingui/react/macro';
import { clouds, type Cloud } from '../../../../contract/clouds.ts';
import type { Diagnosis } from '../../../../contract/diagnosis.ts';
import { announce } from '../../../ui/announcer.tsx';
import { inCloud, type SettingsValues } from './settings-values.ts';
import type { SettingsForm } from './use-settings-form.ts';

/** Takes what a diagnosis offers: opens the form with the values changed, nothing else of it; saving stays with the admin. */
export function useOffer(form: SettingsForm, onEdit: () => void): (diagnosis: Diagnosis) => void {
  const { t } = useLingui();
  const set = (changes: Partial<SettingsValues>) => {
    const values = { ...form.getValues(), ...changes };
    for (const name of Object.keys(changes) as (keyof SettingsValues)[]) form.setValue(name, values[name], { shouldDirty: true });
  };
  return ({ offer, params }) => {
    onEdit();
    const values = form.getValues();
    const other = String(params['otherCloud'] ?? '');
    if (offer === 'application-method') {
      set({ authMethod: 'microsoft-oauth-application' });
      announce(t`All values are kept. Enter the Client Secret, then press OK & Next.`);
    } else if (offer === 'swap-ids') {
      set({ applicationId: values.tenantId, tenantId: values.applicationId });
      announce(t`Application ID and Tenant ID are swapped. Press OK & Next.`);
    } else if (offer === 'choose-cloud' && Object.hasOwn(clouds, other)) {
      set(inCloud(other as Cloud, values));
      announce(t`The other cloud is chosen. Press OK & Next.`);
    }
    requestAnimationFrame(() => document.getElementById('settings-title')?.focus());
  };
}
