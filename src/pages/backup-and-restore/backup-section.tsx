import { Trans, useLingui } from '@lingui/react/macro';
import { useForm, useWatch } from 'react-hook-form';
import { passphraseLength } from '../../../contract/passphrase-length.ts';
import { makeBackup } from '../../api/backup.ts';
import type { Fetched } from '../../api/fetch-file.ts';
import { useCancellable } from '../../api/use-cancellable.ts';
import { lazyResolver } from '../../parts/lazy-resolver.ts';
import { RequestError, showFieldErrors } from '../../parts/request-error.tsx';
import { announce } from '../../ui/announcer.tsx';
import { Button } from '../../ui/button.tsx';
import { handOver } from '../../ui/download.ts';
import { SelectField, TextField } from '../../ui/field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { shownBytes } from '../../ui/shown-bytes.ts';
import type { BackupValues } from './backup-rules.ts';
import { OwnPasswordField } from './own-password-field.tsx';
import { useBackupError } from './use-backup-error.ts';

const resolver = lazyResolver<BackupValues, BackupValues>(async () => (await import('./backup-rules.ts')).backupResolver);
const empty: BackupValues = { secrets: 'sealed', passphrase: '', repeat: '', password: '' };

/** Makes the file. */
export function BackupSection() {
  const { t } = useLingui();
  const errorOf = useBackupError();
  const form = useForm<BackupValues, unknown, BackupValues>({ resolver, defaultValues: empty });
  const { register, formState } = form;
  const { errors } = formState;
  const isSealed = useWatch({ control: form.control, name: 'secrets' }) === 'sealed';
  const make = useCancellable(makeBackup);
  const { min } = passphraseLength;
  const submit = form.handleSubmit(async (values) => {
    const made = await make.mutateAsync(values).catch((failure: unknown) => showFieldErrors(form, failure));
    if (!made) return;
    const { name } = made;
    handOver(name, made.blob);
    form.reset({ ...empty, secrets: values.secrets });
    announce(t`The backup is made. Your browser saves it as ${name}.`);
  });
  return (
    <section aria-labelledby="backup-title">
      <div className="section-title">
        <h2 id="backup-title">
          <Trans>Backup</Trans>
        </h2>
      </div>
      <p>
        <Trans>One file with the settings of all functions, keywords, queues and their pilots, and the administrators. Logs, checks and sessions are not in it.</Trans>
      </p>
      <form noValidate onSubmit={(event) => void submit(event)}>
        <SelectField
          label={t`Secrets`}
          help={
            isSealed ? (
              <Trans>Passwords, client secrets and the sign-in at Microsoft are in the file, and only the passphrase opens them.</Trans>
            ) : (
              <Trans>Passwords, client secrets and the sign-in at Microsoft are not in the file, and must be entered again after a restore. Addresses and names are readable.</Trans>
            )
          }
          error={errorOf(errors.secrets)}
          {...register('secrets')}
        >
          <option value="sealed">{t`Sealed with a passphrase`}</option>
          <option value="omit">{t`Left out`}</option>
        </SelectField>
        {isSealed && (
          <>
            <TextField label={t`Passphrase`} help={<Trans>At least {min} characters. Several words that do not belong together are hard to guess.</Trans>} error={errorOf(errors.passphrase)} required type="password" autoComplete="new-password" {...register('passphrase', { deps: 'repeat' })} />
            <TextField label={t`Repeat passphrase`} error={errorOf(errors.repeat)} required type="password" autoComplete="new-password" {...register('repeat')} />
            <Notice tone="warn">
              <Trans>Nobody can recover the passphrase, and without it the file restores nothing. Keep it apart from the file.</Trans>
            </Notice>
          </>
        )}
        <OwnPasswordField error={errorOf(errors.password)} {...register('password')} />
        <RequestError error={make.error} since={make.submittedAt} again={() => void submit()} />
        <div className="row">
          {make.isPending ? (
            <Button onClick={make.cancel}>
              <Trans>Cancel</Trans>
            </Button>
          ) : (
            <Button type="submit" look="primary" busy={formState.isSubmitting}>
              <Trans>Download backup</Trans>
            </Button>
          )}
        </div>
      </form>
      {make.data && <Made made={make.data} />}
    </section>
  );
}

function Made({ made: { name, blob } }: { made: Fetched }) {
  const { i18n } = useLingui();
  const size = shownBytes(blob.size, i18n.locale);
  return (
    <Notice tone="ok">
      <p>
        <Trans>
          The backup ({size}) was given to your browser as <code>{name}</code>. Whether it could be saved, its list of downloads says.
        </Trans>
      </p>
      <Button onClick={() => handOver(name, blob)}>
        <Trans>Save again</Trans>
      </Button>
    </Notice>
  );
}
