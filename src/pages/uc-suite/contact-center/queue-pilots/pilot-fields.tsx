import { Trans, useLingui } from '@lingui/react/macro';
import type { Pilot } from '../../../../../contract/contact-center.ts';
import { AlsoUsed } from '../../../../parts/also-used.tsx';
import { useFieldError } from '../../../../parts/field-error.ts';
import { SelectField, TextField } from '../../../../ui/field.tsx';
import { EmailFields } from './email-fields.tsx';
import type { PilotValues } from './pilot-values.ts';
import type { PilotForm } from './use-pilot-form.ts';
import { usePilotWords } from './use-pilot-words.ts';

export interface PilotFieldsProps {
  form: PilotForm;
  stored: Pilot;
  values: PilotValues;
  isNew: boolean;
  /** What is wrong with a field: by the rules, or because a check failed. */
  wrong: (field: keyof PilotValues) => string | undefined;
  /** Changes several values together, as by a button. */
  set: (changes: Partial<PilotValues>) => void;
}

/** The fields of the chosen type; each keeps its values. */
export function PilotFields({ refused, ...given }: Omit<PilotFieldsProps, 'wrong' | 'set'> & { refused: PilotFieldsProps['wrong'] }) {
  const { t } = useLingui();
  const fieldError = useFieldError();
  const { types } = usePilotWords();
  const { form, stored, values, isNew } = given;
  const { register, formState } = form;
  const { errors, isSubmitted } = formState;
  const set = (changes: Partial<PilotValues>) => {
    for (const [field, value] of Object.entries(changes) as [keyof PilotValues, string][]) form.setValue(field, value, { shouldDirty: true, shouldValidate: isSubmitted || errors[field] !== undefined });
  };
  const wrong = (field: keyof PilotValues) => fieldError(errors[field] as Parameters<typeof fieldError>[0]) ?? refused(field);
  const type = register('type');
  return (
    <>
      {isNew ? (
        <SelectField
          label={t`Type`}
          error={wrong('type')}
          {...type}
          onChange={(event) => {
            // No error may hide in a field that is not there any more.
            form.clearErrors();
            void type.onChange(event);
          }}
        >
          <option value="call">{types.call}</option>
          <option value="fax">{types.fax}</option>
          <option value="email">{types.email}</option>
        </SelectField>
      ) : (
        <TextField label={t`Type`} help={<Trans>The type stays. Add another queue pilot for another one.</Trans>} value={types[stored.type]} readOnly />
      )}
      <TextField label={t`Name`} help={<Trans>Optional. It stands in lists and messages in place of number or mailbox.</Trans>} error={wrong('name')} autoComplete="off" {...register('name')} />
      {values.type === 'email' ? <EmailFields {...given} wrong={wrong} set={set} /> : <NumberField {...given} wrong={wrong} set={set} />}
    </>
  );
}

function NumberField({ form, stored: { queueId, id }, values, wrong }: PilotFieldsProps) {
  const { t } = useLingui();
  return (
    <TextField
      label={t`Number`}
      help={values.type === 'call' ? <Trans>The extension at which calls reach the queue, as it is dialled.</Trans> : <Trans>The extension at which faxes reach the queue, as it is dialled.</Trans>}
      error={wrong('number')}
      note={<AlsoUsed number={values.number} except={`${queueId}/${id}`} />}
      required
      inputMode="tel"
      autoComplete="off"
      className="code"
      {...form.register('number')}
    />
  );
}
