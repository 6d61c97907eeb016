import { Trans, useLingui } from '@lingui/react/macro';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useForm, useWatch } from 'react-hook-form';
import type { RestorePlan } from '../../../contract/backup.ts';
import { previewRestore, restoreBackup, type RestoreRequest } from '../../api/backup.ts';
import { ApiProblem } from '../../api/request.ts';
import { useCancellable } from '../../api/use-cancellable.ts';
import { LeaveGuard } from '../../parts/leave-guard.tsx';
import { lazyResolver } from '../../parts/lazy-resolver.ts';
import { RequestError, showFieldErrors } from '../../parts/request-error.tsx';
import { announce } from '../../ui/announcer.tsx';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';
import { FileField } from '../../ui/file-field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { shownBytes } from '../../ui/shown-bytes.ts';
import type { RestoreValues } from './backup-rules.ts';
import { OwnPasswordField } from './own-password-field.tsx';
import { PlanSection } from './plan-section.tsx';
import { Restored } from './restored.tsx';
import { useBackupError } from './use-backup-error.ts';

const resolver = lazyResolver<RestoreValues, RestoreRequest>(async () => (await import('./backup-rules.ts')).restoreResolver, (values) => values as RestoreRequest);
const empty: RestoreValues = { file: null, passphrase: '', password: '' };

/** Shows what a file would change, then does it. */
export function RestoreSection() {
  const { t, i18n } = useLingui();
  const errorOf = useBackupError();
  const client = useQueryClient();
  const form = useForm<RestoreValues, unknown, RestoreRequest>({ resolver, defaultValues: empty });
  const { errors, isSubmitting } = form.formState;
  const file = useWatch({ control: form.control, name: 'file' });
  const [shown, show] = useState<{ plan: RestorePlan; isNew: boolean } | null>(null);
  const preview = useCancellable(previewRestore);
  const restore = useMutation({ mutationFn: ({ given, version }: { given: RestoreRequest; version: string }) => restoreBackup(given, version) });
  const failed = (failure: unknown) => {
    const problem = failure instanceof ApiProblem ? failure.problem : null;
    if (problem === 'too-large' || problem === 'backup-invalid') return form.setError('file', { message: problem });
    showFieldErrors(form, failure);
  };
  // What was shown is of this file and this passphrase.
  const forget = () => {
    show(null);
    preview.reset();
    restore.reset();
  };
  const choose = (chosen: File) => {
    forget();
    form.setValue('file', chosen);
    form.clearErrors('file');
  };
  const showPlan = form.handleSubmit(async (given) => {
    forget();
    const plan = await preview.mutateAsync(given).catch(failed);
    if (!plan) return;
    show({ plan, isNew: false });
    announce(t`What would change is shown below.`);
  });
  const start = form.handleSubmit(async (given) => {
    if (!shown || restore.isPending) return;
    try {
      await restore.mutateAsync({ given, version: shown.plan.version });
      show(null);
      preview.reset();
      form.reset(empty);
      void client.invalidateQueries();
    } catch (failure) {
      if (!(failure instanceof ApiProblem) || failure.problem !== 'changed-meanwhile') return failed(failure);
      show({ plan: failure.current as RestorePlan, isNew: true });
      announce(t`Something has changed since: what would change now is shown below.`);
    }
  });
  const failure = preview.error ?? restore.error;
  return (
    <>
      <section aria-labelledby="restore-title">
        <div className="section-title">
          <h2 id="restore-title">
            <Trans>Restore</Trans>
          </h2>
        </div>
        <p>
          <Trans>First it is shown what a backup would change. Then all of it is restored, or nothing.</Trans>
        </p>
        <form noValidate onSubmit={(event) => void showPlan(event)}>
          <FileField
            label={t`Backup file`}
            button={<Trans>Choose a file</Trans>}
            chosen={file ? <FileName file={file} locale={i18n.locale} /> : <Trans>or drop it here</Trans>}
            help={<Trans>A file postern-backup-….json that this page has made.</Trans>}
            error={errorOf(errors.file)}
            accept=".json,application/json"
            onChoose={choose}
          />
          <TextField label={t`Passphrase of the backup`} help={<Trans>Empty where the secrets were left out.</Trans>} error={errorOf(errors.passphrase)} type="password" autoComplete="off" {...form.register('passphrase', { onChange: forget })} />
          <OwnPasswordField error={errorOf(errors.password)} {...form.register('password')} />
          {failure instanceof ApiProblem && failure.problem === 'backup-invalid' && <Faults sentences={failure.fields.map(({ detail }) => detail)} />}
          <RequestError error={standsAtItsField(failure) ? null : failure} since={preview.error ? preview.submittedAt : restore.submittedAt} again={() => void (preview.error ? showPlan() : start())} />
          <div className="row">
            {preview.isPending ? (
              <>
                <Button onClick={preview.cancel}>
                  <Trans>Cancel</Trans>
                </Button>
                <span className="muted">
                  <Trans>Reading and comparing …</Trans>
                </span>
              </>
            ) : (
              <Button type="submit" look={shown ? 'plain' : 'primary'} busy={isSubmitting}>
                <Trans>Show what would change</Trans>
              </Button>
            )}
          </div>
        </form>
      </section>
      {shown && <PlanSection plan={shown.plan} isNew={shown.isNew} isPending={restore.isPending} onRestore={() => void start()} onCancel={forget} />}
      {restore.data && <Restored plan={restore.data} />}
      <LeaveGuard when={restore.isPending} />
    </>
  );
}

function FileName({ file, locale }: { file: File; locale: string }) {
  return (
    <>
      <strong>{file.name}</strong> · {shownBytes(file.size, locale)}
    </>
  );
}

function Faults({ sentences }: { sentences: readonly string[] }) {
  return (
    <Notice tone="bad" alert>
      <p>
        <Trans>Nothing was changed. This system cannot take:</Trans>
      </p>
      <ul className="faults">
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </Notice>
  );
}

function standsAtItsField(error: unknown): boolean {
  return error instanceof ApiProblem && /^backup-|^wrong-pass|^too-large$|^changed-meanwhile$/.test(error.problem);
}
