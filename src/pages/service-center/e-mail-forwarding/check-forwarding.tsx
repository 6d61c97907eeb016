import { Trans, useLingui } from '@lingui/react/macro';
import { useForm } from 'react-hook-form';
import type { CheckInput } from '../../../../contract/checks.ts';
import type { Diagnosis } from '../../../../contract/diagnosis.ts';
import { lastCheckQuery } from '../../../api/checks.ts';
import { emailForwardingQuery } from '../../../api/email-forwarding.ts';
import { functionsQuery } from '../../../api/functions.ts';
import { usePrefetched } from '../../../api/query-client.ts';
import { sessionQuery } from '../../../api/session.ts';
import { CheckSection } from '../../../parts/check/check-section.tsx';
import { useFieldError } from '../../../parts/field-error.ts';
import { later } from '../../../parts/later.tsx';
import { lazyResolver } from '../../../parts/lazy-resolver.ts';
import { showFieldErrors } from '../../../parts/request-error.tsx';
import { useMay } from '../../../parts/use-may.ts';
import { TextField } from '../../../ui/field.tsx';
import { DateTime } from '../../../ui/time.tsx';
import type { SendTo } from './send-to-rules.ts';
import { inputOf } from './settings-values.ts';
import type { SettingsForm } from './use-settings-form.ts';

const ForwardingOffer = later(async () => (await import('./forwarding-offer.tsx')).ForwardingOffer);
const resolver = lazyResolver<SendTo, SendTo>(async () => (await import('./send-to-rules.ts')).sendToResolver);

interface CheckForwardingProps {
  form: SettingsForm;
  editing: boolean;
  onCorrect: (pointer: string) => void;
  onOffer: (diagnosis: Diagnosis) => void;
}

/** Step 3: the check, with the address that a test mail goes to. */
export function CheckForwarding({ form, editing, onCorrect, onOffer }: CheckForwardingProps) {
  const { t, i18n } = useLingui();
  const mayChoose = useMay('advanced');
  const fieldError = useFieldError();
  const { settings } = usePrefetched(emailForwardingQuery);
  const { email } = usePrefetched(sessionQuery);
  const lastMail = usePrefetched(functionsQuery).find((row) => row.function === 'email-forwarding')?.lastMail;
  const check = usePrefetched(lastCheckQuery('email-forwarding'));
  const { isDirty, isSubmitting } = form.formState;
  const isDraft = editing && isDirty;
  const to = useForm<SendTo, unknown, SendTo>({ resolver, values: { sendTo: email ?? (mayChoose ? settings.emailAddress : '') }, resetOptions: { keepDirtyValues: true } });

  const prepare = async (): Promise<CheckInput | null> => {
    const input = await new Promise<SendTo | null>((done) => void to.handleSubmit(done, () => done(null))());
    // A draft that is not valid is not sent: its fields say why.
    if (!input || (isDraft && !(await form.trigger(undefined, { shouldFocus: true })))) return null;
    return { function: 'email-forwarding', input, ...(isDraft && { draft: inputOf(form.getValues()) }) };
  };
  const refuse = (error: unknown) => {
    showFieldErrors(to, error, '/input');
    showFieldErrors(form, error, '/draft');
  };

  return (
    <CheckSection
      of="email-forwarding"
      button={{ name: <Trans>Check e-mail forwarding</Trans>, look: editing ? 'plain' : 'primary' }}
      fields={<TextField label={t`Send to`} readOnly={!mayChoose} help={mayChoose ? undefined : email === null ? t`Your role sends to your own address only. Enter it in My account.` : t`Your role sends to your own address only.`} error={fieldError(to.formState.errors.sendTo)} inputMode="email" autoCapitalize="none" required autoComplete="email" spellCheck={false} {...to.register('sendTo')} />}
      prepare={prepare}
      isDraft={isDraft}
      isSaving={isSubmitting}
      onRefused={refuse}
      onCorrect={editing ? null : onCorrect}
      offer={(diagnosis) => <ForwardingOffer diagnosis={diagnosis} onTake={onOffer} />}
    >
      {lastMail && lastMail !== check?.endedAt && (
        <p className="muted">
          <Trans>
            Last test mail accepted: <DateTime at={lastMail} locale={i18n.locale} />
          </Trans>
        </p>
      )}
    </CheckSection>
  );
}
