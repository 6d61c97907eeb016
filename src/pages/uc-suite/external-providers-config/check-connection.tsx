import { Trans } from '@lingui/react/macro';
import type { CheckInput } from '../../../../contract/checks.ts';
import type { Diagnosis } from '../../../../contract/diagnosis.ts';
import type { ProviderName } from '../../../../contract/external-providers.ts';
import { CheckSection } from '../../../parts/check/check-section.tsx';
import { Offer } from '../../../parts/offer.tsx';
import { showFieldErrors } from '../../../parts/request-error.tsx';
import { inputOf } from './provider-values.ts';
import type { ProviderForm } from './use-provider-form.ts';

interface CheckConnectionProps {
  name: ProviderName;
  form: ProviderForm;
  isSaved: boolean;
  onStart: () => void;
  onCorrect: (pointer: string) => void;
  onOffer: (diagnosis: Diagnosis) => void;
}

/** The check of a provider: what is read is that of the settings’ own mailbox. */
export function CheckConnection({ name, form, isSaved, onStart, onCorrect, onOffer }: CheckConnectionProps) {
  const { isDirty, isSubmitting } = form.formState;
  const prepare = async (): Promise<CheckInput | null> => {
    onStart();
    // A draft that is not valid is not sent: its fields say why.
    if (isDirty && !(await form.trigger(undefined, { shouldFocus: true }))) return null;
    return { function: name, ...(isDirty && { draft: inputOf(form.getValues()) }) };
  };
  return (
    <CheckSection
      of={name}
      button={{ name: <Trans>Check connection</Trans>, look: isSaved && !isDirty ? 'primary' : 'plain' }}
      prepare={prepare}
      isDraft={isDirty}
      isSaving={isSubmitting}
      onRefused={(error) => showFieldErrors(form, error, '/draft')}
      onCorrect={onCorrect}
      offer={(diagnosis) => <Offer diagnosis={diagnosis} onTake={() => onOffer(diagnosis)} />}
    />
  );
}
