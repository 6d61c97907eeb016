import { Trans, useLingui } from '@lingui/react/macro';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import type { ApplicationDetails } from '../../../../contract/applications.ts';
import { portalLink } from '../../../../contract/portal.ts';
import type { Renewal, RenewalInput } from '../../../../contract/renewal.ts';
import { ApiProblem } from '../../../api/request.ts';
import { renewalQuery, startRenewal, type Target } from '../../../api/renewals.ts';
import { lastSecretDay } from '../../../parts/application-place.ts';
import { useFieldError } from '../../../parts/field-error.ts';
import { lazyResolver } from '../../../parts/lazy-resolver.ts';
import { LeaveGuard } from '../../../parts/leave-guard.tsx';
import { RequestError, showFieldErrors } from '../../../parts/request-error.tsx';
import { useFocusOnError } from '../../../parts/use-focus-on-error.ts';
import { usePasteDoctor, type DoctorSetup } from '../../../parts/use-paste-doctor.tsx';
import { Button } from '../../../ui/button.tsx';
import { TextField } from '../../../ui/field.tsx';
import { Notice } from '../../../ui/notice.tsx';

interface Values {
  clientSecret: string;
  clientSecretExpiresAt: string;
}

const inputOf = ({ clientSecret, clientSecretExpiresAt }: Values): RenewalInput => ({ clientSecret, clientSecretExpiresAt: clientSecretExpiresAt === '' ? null : `${clientSecretExpiresAt}T00:00:00.000Z` });
const resolver = lazyResolver<Values, RenewalInput>(async () => (await import('./renewal-rules.ts')).renewalResolver, inputOf);

interface RenewFormProps {
  application: ApplicationDetails;
  target: Target;
  onBegun: (renewal: Renewal) => void;
  onClose: () => void;
}

/** Where a new secret comes from, and the fields for it. */
export function RenewForm({ application, target, onBegun, onClose }: RenewFormProps) {
  const { t } = useLingui();
  const fieldError = useFieldError();
  const { cloud, tenantGuid, tenantId, applicationId } = application;
  const [setup] = useState<DoctorSetup<Values>>(() => ({
    fields: { clientSecret: 'clientSecret' },
    read: () => ({ isApplication: true, cloud, emailAddress: '', applicationId, tenantId: tenantGuid ?? tenantId }),
    inCloud: () => ({}),
  }));
  const [{ first, last }] = useState(() => ({ first: dayOf(new Date()), last: lastSecretDay(new Date()) }));
  const form = useForm<Values, unknown, RenewalInput>({ resolver, mode: 'onTouched', delayError: 300, shouldFocusError: false, defaultValues: { clientSecret: '', clientSecretExpiresAt: '' } });
  const { isDirty, submitCount, errors } = form.formState;
  const doctor = usePasteDoctor(form, setup);
  const element = useFocusOnError(submitCount);
  const client = useQueryClient();
  const refused = (error: unknown) => {
    showFieldErrors(form, error);
    // Whoever is faster is seen above.
    void client.invalidateQueries({ queryKey: renewalQuery(target).queryKey });
  };
  const start = useMutation({ mutationFn: (input: RenewalInput) => startRenewal(target, input), onSuccess: onBegun, onError: refused });
  const others = start.error instanceof ApiProblem && start.error.problem === 'renewal-under-way' ? start.error : null;
  const by = String(Object(others?.current).by ?? '');
  const submit = form.handleSubmit((input) => start.mutateAsync(input).catch(() => {}));
  return (
    <form ref={element} noValidate aria-label={t`Renew secret`} className="renew not-printed" onSubmit={(event) => void submit(event)}>
      <LeaveGuard when={isDirty && !start.isSuccess} bySearch />
      <p>
        <Trans>
          Create a new secret first: <strong>Certificates & secrets → Client secrets → New client secret</strong>. Keep the old one there for now: it works until you delete it.
        </Trans>{' '}
        <a href={portalLink('secrets', { cloud, tenantId: tenantGuid ?? tenantId, applicationId })} target="_blank" rel="noopener noreferrer">
          <Trans>Open in the portal</Trans> <span aria-hidden="true">↗</span>
        </a>
      </p>
      <TextField
        type="password"
        autoComplete="new-password"
        label={t`New Client Secret`}
        help={<Trans>The Value, not the Secret ID. It is checked for all who use it before anything changes.</Trans>}
        required
        {...doctor('clientSecret', fieldError(errors.clientSecret))}
        {...form.register('clientSecret')}
      />
      <TextField
        type="date"
        label={t`Secret expires on`}
        help={<Trans>Column “Expires” of Certificates & secrets in the portal. With it Postern can warn in time.</Trans>}
        min={first}
        max={last}
        error={fieldError(errors.clientSecretExpiresAt)}
        {...form.register('clientSecretExpiresAt')}
      />
      {others ? (
        <Notice tone="warn" alert>
          <p>
            <Trans>{by} is renewing this secret at this moment, see above. What you entered stays here.</Trans>
          </p>
        </Notice>
      ) : (
        <RequestError error={start.error} since={start.submittedAt} again={() => void submit()} />
      )}
      <div className="row">
        <Button type="submit" look="primary" busy={start.isPending}>
          <Trans>Check and switch</Trans>
        </Button>
        <Button onClick={onClose}>
          <Trans>Cancel</Trans>
        </Button>
      </div>
    </form>
  );
}

function dayOf(date: Date): string {
  return [date.getFullYear(), date.getMonth() + 1, date.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
}
