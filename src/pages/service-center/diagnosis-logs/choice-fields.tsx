import { Trans, useLingui } from '@lingui/react/macro';
import type { StoredLogSettings } from '../../../api/diagnosis-logs.ts';
import { CheckboxField } from '../../../ui/checkbox-field.tsx';
import { SelectField, TextField } from '../../../ui/field.tsx';
import { faultOf, type Choice, type RangeName } from './choice.ts';
import { UcSuiteSwitch } from './uc-suite-switch.tsx';

interface ChoiceFieldsProps {
  choice: Choice;
  choose: (choice: Choice) => void;
  stored: StoredLogSettings;
  maySwitch: boolean;
}

/** What goes into the ZIP, and of which time. */
export function ChoiceFields({ choice, choose, stored, maySwitch }: ChoiceFieldsProps) {
  const { t } = useLingui();
  const { ucSuiteProtocols: isRecorded, keepDays, keepMegabytes } = stored.settings;
  const fault = faultOf(choice);
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
  return (
    <section aria-labelledby="choice-title">
      <div className="section-title">
        <h2 id="choice-title">
          <Trans>What goes in</Trans>
        </h2>
      </div>
      <CheckboxField label={t`Event Log`} help={<Trans>Checks, sign-ins, failures, recoveries, and changes with who made them.</Trans>} checked={choice.eventLog} onChange={(eventLog) => choose({ ...choice, eventLog })} />
      <CheckboxField
        label={t`Framework Protocol`}
        help={
          <Trans>
            What was said to Microsoft and the mail servers: HTTP, OAuth, SMTP, POP3, EWS and Graph. Kept for {keepDays} days, {keepMegabytes} MB at most.
          </Trans>
        }
        checked={choice.frameworkProtocol}
        onChange={(frameworkProtocol) => choose({ ...choice, frameworkProtocol })}
      />
      <CheckboxField
        label={t`UC Suite Protocols`}
        help={isRecorded ? <Trans>Each look at calendars, the directory and mailboxes, with its numbers and the presence it gave.</Trans> : <Trans>Not recorded. Switch the recording on below: what was before that is not there.</Trans>}
        checked={choice.ucSuiteProtocols}
        disabled={!isRecorded}
        onChange={(ucSuiteProtocols) => choose({ ...choice, ucSuiteProtocols })}
      />
      <UcSuiteSwitch stored={stored} maySwitch={maySwitch} />
      <div className="beside">
        <SelectField label={t`Time range`} value={choice.range} onChange={(event) => choose({ ...choice, range: event.target.value as RangeName })}>
          <option value="hour">{t`Last hour`}</option>
          <option value="day">{t`Last 24 hours`}</option>
          <option value="week">{t`Last 7 days`}</option>
          <option value="fortnight">{t`Last 14 days`}</option>
          <option value="from-to">{t`From … to …`}</option>
        </SelectField>
        {choice.range === 'from-to' && (
          <>
            <TextField
              label={t`From`}
              type="datetime-local"
              required
              help={<Trans>Times in {timeZone}</Trans>}
              error={fault === 'no-from' ? t`Enter a date and a time.` : undefined}
              value={choice.from}
              onChange={(event) => choose({ ...choice, from: event.target.value })}
            />
            <TextField
              label={t`To`}
              type="datetime-local"
              required
              error={fault === 'no-to' ? t`Enter a date and a time.` : fault === 'wrong-order' ? t`This must be after the beginning.` : undefined}
              value={choice.to}
              onChange={(event) => choose({ ...choice, to: event.target.value })}
            />
          </>
        )}
      </div>
      <CheckboxField
        label={t`Mask e-mail addresses`}
        help={<Trans>anna@contoso.com becomes a***@c***.com, the same one always the same.</Trans>}
        checked={choice.maskAddresses}
        onChange={(maskAddresses) => choose({ ...choice, maskAddresses })}
      />
    </section>
  );
}
