import { Trans, useLingui } from '@lingui/react/macro';
import { pollInterval } from '../../../../../contract/poll-interval.ts';
import { SelectField, TextField } from '../../../../ui/field.tsx';
import type { PilotFieldsProps } from './pilot-fields.tsx';
import { usePilotWords } from './use-pilot-words.ts';

/** How often the mailbox is looked into, and what becomes of what was fetched. */
export function MailFields({ form, values, wrong }: PilotFieldsProps) {
  const { t } = useLingui();
  const { mailHandlings } = usePilotWords();
  const { min, max, usual } = pollInterval;
  return (
    <>
      <h3>
        <Trans>Fetching</Trans>
      </h3>
      <TextField
        label={t`Poll interval`}
        help={<Trans>Seconds between two looks for new mail: {min} to {max}, usually {usual}. Each look is a sign-in, and Exchange Online slows down who comes too often.</Trans>}
        error={wrong('pollIntervalSeconds')}
        required
        inputMode="numeric"
        autoComplete="off"
        className="code short"
        {...form.register('pollIntervalSeconds', { setValueAs: (value: unknown) => (value === '' ? Number.NaN : Number(value)) })}
      />
      <SelectField
        label={t`Mail handling`}
        help={
          values.mailHandling === 'delete' ? (
            <Trans>Usual: POP3 does not know which mails were read. Afterwards the mail is in the queue only.</Trans>
          ) : (
            <Trans>For a trial: POP3 does not know which mails were read, so the mailbox fills up until somebody clears it, and each look takes longer.</Trans>
          )
        }
        error={wrong('mailHandling')}
        {...form.register('mailHandling')}
      >
        <option value="delete">{mailHandlings.delete}</option>
        <option value="leave">{mailHandlings.leave}</option>
      </SelectField>
    </>
  );
}
