import { Trans, useLingui } from '@lingui/react/macro';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Provider, ProviderInput, ProviderName } from '../../../../contract/external-providers.ts';
import { applicationsQuery } from '../../../api/applications.ts';
import { providerQuery, saveProvider, type StoredProvider } from '../../../api/external-providers.ts';
import { functionsQuery } from '../../../api/functions.ts';
import { usePrefetched } from '../../../api/query-client.ts';
import { conflictOf } from '../../../parts/conflict-of.ts';
import { Needs } from '../../../parts/needs.tsx';
import { RemovedSecrets } from '../../../parts/removed-secrets.tsx';
import { RequestError, showFieldErrors } from '../../../parts/request-error.tsx';
import { takeChoice } from '../../../parts/take-choice.ts';
import { useFocusOnError } from '../../../parts/use-focus-on-error.ts';
import { announce } from '../../../ui/announcer.tsx';
import { Button } from '../../../ui/button.tsx';
import { RelativeTime } from '../../../ui/time.tsx';
import { ProviderConflict } from './provider-conflict.tsx';
import { ProviderFields } from './provider-fields.tsx';
import { inputOf, valuesOf, type ProviderValues } from './provider-values.ts';
import type { ProviderForm } from './use-provider-form.ts';

interface ProviderSettingsProps {
  name: ProviderName;
  form: ProviderForm;
  /** What the form began with. */
  base: StoredProvider;
  values: ProviderValues;
  /** What is said at a field that a check failed because of. */
  refused: (field: keyof ProviderValues) => string | undefined;
}

/** The form of a provider, with Save and Undo. */
export function ProviderSettings({ name, form, base, values, refused }: ProviderSettingsProps) {
  const { t, i18n } = useLingui();
  const client = useQueryClient();
  const { settings } = usePrefetched(providerQuery(name));
  const { isDirty, submitCount } = form.formState;
  const element = useFocusOnError(submitCount);
  const [removed, setRemoved] = useState<readonly string[]>([]);

  const save = useMutation({
    mutationFn: (given: { input: ProviderInput; etag: string }) => saveProvider(name, given),
    onSuccess(stored) {
      client.setQueryData(providerQuery(name).queryKey, stored);
      form.reset(valuesOf(stored.settings));
      setRemoved(stored.settings.removedSecrets ?? []);
      announce(t`Saved.`);
      for (const { queryKey } of [functionsQuery, applicationsQuery]) void client.invalidateQueries({ queryKey });
    },
    onError: (error) => showFieldErrors(form, error),
  });
  const conflict = conflictOf<Provider>(save.error);
  // What fails stands below the form.
  const send = (input: ProviderInput, against = base.etag) => save.mutateAsync({ input, etag: against }).catch(() => {});
  const submit = form.handleSubmit((input) => send(input));

  return (
    <section aria-labelledby="settings-title">
      <div className="section-title">
        <h2 id="settings-title" tabIndex={-1}>
          <Trans>Settings</Trans>
        </h2>
        <span className="muted">{isDirty ? <Trans>not saved</Trans> : settings.changedAt && <Trans>saved <RelativeTime at={settings.changedAt} locale={i18n.locale} /></Trans>}</span>
      </div>
      {removed.length > 0 && <RemovedSecrets removed={removed} />}
      <form ref={element} noValidate onSubmit={(event) => void submit(event)}>
        <Needs needed="advanced" action={<Trans>Save</Trans>}>
          <ProviderFields name={name} form={form} stored={settings} values={values} refused={refused} />
          {conflict ? (
            <ProviderConflict
              key={conflict.etag}
              mine={form.getValues()}
              base={base.settings}
              theirs={conflict.settings}
              busy={save.isPending}
              onSave={(chosen) => {
                takeChoice(form, valuesOf(conflict.settings), chosen);
                void send(inputOf(chosen), conflict.etag);
              }}
            />
          ) : (
            <RequestError error={save.error} since={save.submittedAt} again={() => void submit()} />
          )}
          <div className="row">
            {!conflict && (
              <Button type="submit" look={isDirty || !settings.configured ? 'primary' : 'plain'} busy={save.isPending}>
                <Trans>Save</Trans>
              </Button>
            )}
            <Button
              onClick={() => {
                form.reset(valuesOf(settings));
                save.reset();
              }}
            >
              <Trans>Undo</Trans>
            </Button>
          </div>
        </Needs>
      </form>
    </section>
  );
}
