import { useLingui } from '@lingui/react/macro';
import { useRef } from 'react';
import type { Provider, ProviderAuthMethod, ProviderName } from '../../../../contract/external-providers.ts';
import { useFieldError } from '../../../parts/field-error.ts';
import { usePasteDoctor, type Doctor } from '../../../parts/use-paste-doctor.tsx';
import { SelectField } from '../../../ui/field.tsx';
import { BasicFields } from './basic-fields.tsx';
import { OauthFields } from './oauth-fields.tsx';
import { doctorSetup, placeFor, type ProviderValues } from './provider-values.ts';
import type { ProviderForm } from './use-provider-form.ts';
import { useProviderWords } from './use-provider-words.ts';

export interface ProviderFieldsProps {
  name: ProviderName;
  form: ProviderForm;
  stored: Provider;
  values: ProviderValues;
  /** What is wrong with a field: by the rules, or because a check failed. */
  wrong: (field: keyof ProviderValues) => string | undefined;
  /** Changes several values together, as by a button. */
  set: (changes: Partial<ProviderValues>) => void;
  doctor: Doctor;
  chooseMethod: (method: ProviderAuthMethod) => void;
}

/** The fields of the chosen method; each keeps its values. */
export function ProviderFields({ refused, ...given }: Pick<ProviderFieldsProps, 'name' | 'form' | 'stored' | 'values'> & { refused: ProviderFieldsProps['wrong'] }) {
  const { t } = useLingui();
  const fieldError = useFieldError();
  const { authMethods } = useProviderWords();
  const { name, form, values } = given;
  const { register, formState } = form;
  const { errors, isSubmitted } = formState;
  const doctor = usePasteDoctor(form, doctorSetup, t`Username`);
  const places = useRef<Partial<Record<ProviderAuthMethod, Parameters<typeof placeFor>[2]>>>({});

  const set = (changes: Partial<ProviderValues>) => {
    for (const [field, value] of Object.entries(changes) as [keyof ProviderValues, string][]) form.setValue(field, value, { shouldDirty: true, shouldValidate: isSubmitted || errors[field] !== undefined });
  };
  const chooseMethod = (next: ProviderAuthMethod) => {
    const { authMethod, access, cloud, server, scope } = values;
    places.current[authMethod] = { access, cloud, server, scope };
    set({ authMethod: next, ...placeFor(next, name, values, places.current[next]) });
    // No error may hide in a field that is not there any more.
    form.clearErrors();
  };
  const wrong = (field: keyof ProviderValues) => fieldError(errors[field]) ?? refused(field);
  const props: ProviderFieldsProps = { ...given, wrong, set, doctor, chooseMethod };

  return (
    <>
      <SelectField label={t`Auth Method`} error={wrong('authMethod')} {...register('authMethod')} onChange={(event) => chooseMethod(event.target.value as ProviderAuthMethod)}>
        <option value="basic">{authMethods.basic}</option>
        <option value="microsoft-oauth">{authMethods['microsoft-oauth']}</option>
      </SelectField>
      {values.authMethod === 'basic' ? <BasicFields {...props} /> : <OauthFields {...props} />}
    </>
  );
}
