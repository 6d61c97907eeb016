import { Trans, useLingui } from '@lingui/react/macro';
import { useForm, useWatch } from 'react-hook-form';
import type { MailboxPreviewInput, VoicemailLanguage } from '../../../../../contract/presence.ts';
import { previewMailbox } from '../../../../api/presence.ts';
import { useCancellable } from '../../../../api/use-cancellable.ts';
import { useFieldError } from '../../../../parts/field-error.ts';
import { lazyResolver } from '../../../../parts/lazy-resolver.ts';
import { LookTools } from '../../../../parts/check/look-tools.tsx';
import { RequestError, showFieldErrors } from '../../../../parts/request-error.tsx';
import { RoleNote } from '../../../../parts/role-note.tsx';
import { useMay } from '../../../../parts/use-may.ts';
import { announce } from '../../../../ui/announcer.tsx';
import { Button } from '../../../../ui/button.tsx';
import { TextField } from '../../../../ui/field.tsx';
import { SwitchField } from '../../../../ui/switch-field.tsx';
import { MailboxDay } from './mailbox-day.tsx';
import { timeZone } from './time-zone.ts';
import { VoicemailLanguageField } from './voicemail-language-field.tsx';

const resolver = lazyResolver<MailboxPreviewInput, MailboxPreviewInput>(async () => (await import('./mailbox-preview-rules.ts')).mailboxPreviewResolver);

/** The next 24 hours of a user's real calendar, with the presence that each appointment gives. */
export function PreviewAMailbox({ isConfigured }: { isConfigured: boolean }) {
  const may = useMay('advanced');
  return (
    <section aria-labelledby="preview-a-mailbox-title">
      <div className="section-title">
        <h2 id="preview-a-mailbox-title">
          <Trans>Preview a mailbox</Trans>
        </h2>
      </div>
      <p className="muted">
        <Trans>The next 24 hours of a user’s calendar, and the presence that each appointment sets. It is recorded who has looked at which mailbox; of private appointments only the keyword is shown.</Trans>
      </p>
      {!may && <RoleNote needed="advanced" action={<Trans>Preview</Trans>} />}
      {may && !isConfigured && (
        <p>
          <Trans>Save the settings first: it is read with them.</Trans>
        </p>
      )}
      {may && isConfigured && <MailboxForm />}
    </section>
  );
}

function MailboxForm() {
  const { t, i18n } = useLingui();
  const fieldError = useFieldError();
  const form = useForm<MailboxPreviewInput, unknown, MailboxPreviewInput>({ resolver, defaultValues: { mailbox: '', timeZone, language: i18n.locale as VoicemailLanguage, autoBackToOffice: true } });
  const { errors, isSubmitting } = form.formState;
  const autoBackToOffice = useWatch({ control: form.control, name: 'autoBackToOffice' });
  const look = useCancellable(previewMailbox);
  const submit = form.handleSubmit(async (input) => {
    const day = await look.mutateAsync(input).catch((error: unknown) => showFieldErrors(form, error));
    if (!day) return;
    const { length } = day.appointments;
    announce(day.diagnosis ? t`The calendar could not be read. ${day.diagnosis.cause}` : t`Appointments: ${length}.`);
  });
  const { mailbox = '', appointments: { length } = [] } = look.data ?? {};
  return (
    <>
      <form noValidate onSubmit={(event) => void submit(event)}>
        <div className="beside">
          <TextField label={t`Mailbox`} error={fieldError(errors.mailbox)} inputMode="email" autoCapitalize="none" autoComplete="off" spellCheck={false} required {...form.register('mailbox')} />
          <VoicemailLanguageField error={fieldError(errors.language)} {...form.register('language')} />
        </div>
        <SwitchField label={t`Auto back to office`} checked={autoBackToOffice} onChange={(on) => form.setValue('autoBackToOffice', on)} />
        <div className="row">
          {look.isPending ? (
            <>
              <Button onClick={look.cancel}>
                <Trans>Cancel</Trans>
              </Button>
              <span className="muted">
                <Trans>The calendar is being read …</Trans>
              </span>
            </>
          ) : (
            <Button type="submit" busy={isSubmitting}>
              <Trans>Preview</Trans>
            </Button>
          )}
        </div>
      </form>
      <RequestError error={look.error} since={look.submittedAt} again={() => void submit()} />
      {look.data && <MailboxDay day={look.data} />}
      {look.data && <LookTools key={look.submittedAt} title={t`Preview of ${mailbox}`} found={t`Appointments: ${length}.`} answer={look.data} />}
    </>
  );
}
