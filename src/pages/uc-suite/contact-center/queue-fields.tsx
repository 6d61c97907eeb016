import { Trans, useLingui } from '@lingui/react/macro';
import { useWatch, type UseFormReturn } from 'react-hook-form';
import type { QueueInput } from '../../../../contract/contact-center.ts';
import { AlsoUsed } from '../../../parts/also-used.tsx';
import { useFieldError } from '../../../parts/field-error.ts';
import { TextField } from '../../../ui/field.tsx';

/** Name and number of a queue; `except` is the queue itself, where it exists. */
export function QueueFields({ form, except }: { form: UseFormReturn<QueueInput, unknown, QueueInput>; except?: string }) {
  const { t } = useLingui();
  const fieldError = useFieldError();
  const { errors } = form.formState;
  const number = useWatch({ control: form.control, name: 'number' });
  return (
    <>
      <TextField label={t`Name`} help={<Trans>As agents know it, for example Sales.</Trans>} error={fieldError(errors.name)} required autoComplete="off" {...form.register('name')} />
      <TextField
        label={t`Number`}
        help={<Trans>The extension or the number at which calls reach the queue.</Trans>}
        error={fieldError(errors.number)}
        note={<AlsoUsed number={errors.number ? '' : number} except={except} />}
        required
        inputMode="tel"
        autoComplete="off"
        {...form.register('number')}
      />
    </>
  );
}
