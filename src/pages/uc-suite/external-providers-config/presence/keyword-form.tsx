import { Trans, useLingui } from '@lingui/react/macro';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useState } from 'react';
import { useWatch } from 'react-hook-form';
import type { Keywords, KeywordStatus, KeywordTable } from '../../../../../contract/presence.ts';
import { keywordsQuery, resetKeywords, saveKeywords } from '../../../../api/presence.ts';
import type { Stored } from '../../../../api/stored.ts';
import { conflictOf } from '../../../../parts/conflict-of.ts';
import { useFieldError } from '../../../../parts/field-error.ts';
import { lazyResolver } from '../../../../parts/lazy-resolver.ts';
import { RequestError, showFieldErrors } from '../../../../parts/request-error.tsx';
import { useFocusOnError } from '../../../../parts/use-focus-on-error.ts';
import { useStoredForm } from '../../../../parts/use-stored-form.ts';
import { announce } from '../../../../ui/announcer.tsx';
import { Button } from '../../../../ui/button.tsx';
import { TextField } from '../../../../ui/field.tsx';
import { KeywordConflict } from './keyword-conflict.tsx';
import { ResetQuestion } from './reset-question.tsx';
import { Unconfirmed } from './unconfirmed.tsx';
import { usePresenceNames } from './use-presence-names.ts';

const resolver = lazyResolver<Keywords, Keywords>(async () => (await import('./keyword-rules.ts')).keywordsResolver);
const keywordsOf = ({ keywords }: KeywordTable) => keywords;

interface KeywordFormProps {
  stored: Stored<KeywordTable>;
  onDirty: (isDirty: boolean) => void;
  /** There is nothing left to be done here. */
  onClose: () => void;
}

/** The seven keywords of a language, to be changed, saved and reset. */
export function KeywordForm({ stored, onDirty, onClose }: KeywordFormProps) {
  const { t } = useLingui();
  const client = useQueryClient();
  const fieldError = useFieldError();
  const { language, defaults, confirmed, changedAt } = stored.settings;
  const query = keywordsQuery(language);
  const { form, base } = useStoredForm(stored, keywordsOf, resolver);
  const { isDirty, errors, submitCount } = form.formState;
  const element = useFocusOnError(submitCount);
  const [asking, ask] = useState(false);

  const tell = useEffectEvent(onDirty);
  useEffect(() => {
    tell(isDirty);
    return () => tell(false);
  }, [isDirty]);

  const end = (next: Stored<KeywordTable>) => {
    client.setQueryData(query.queryKey, next);
    onClose();
    // What was tried may come out differently now.
    void client.invalidateQueries({ queryKey: ['preview'] });
  };
  const save = useMutation({
    mutationFn: (given: { keywords: Keywords; etag: string }) => saveKeywords(language, given),
    onSuccess(next) {
      announce(t`The keywords are saved.`);
      end(next);
    },
    onError: (error) => showFieldErrors(form, error, '/keywords'),
  });
  const reset = useMutation({
    mutationFn: () => resetKeywords(language, base.etag),
    async onSuccess() {
      announce(t`The defaults are back.`);
      end(await client.fetchQuery({ ...query, staleTime: 0 }));
    },
  });
  const conflict = conflictOf<KeywordTable>(save.error ?? reset.error);
  const submit = form.handleSubmit((keywords) => save.mutateAsync({ keywords, etag: base.etag }).catch(() => {}));

  const { office: _, ...statuses } = usePresenceNames();
  const values = useWatch({ control: form.control }) as Keywords;
  return (
    <form ref={element} noValidate className="keywords" onSubmit={(event) => void submit(event)}>
      {!confirmed && <Unconfirmed />}
      {(Object.keys(statuses) as KeywordStatus[]).map((status) => (
        <TextField
          key={status}
          label={statuses[status]}
          help={values[status].trim() !== defaults[status] && <Trans>changed; default: {defaults[status]}</Trans>}
          error={fieldError(errors[status])}
          lang={language}
          autoComplete="off"
          required
          {...form.register(status)}
        />
      ))}
      {conflict ? (
        <KeywordConflict
          key={conflict.etag}
          mine={values}
          base={base.settings}
          theirs={conflict.settings}
          busy={save.isPending}
          onSave={(chosen) => {
            form.reset(keywordsOf(conflict.settings));
            for (const status of Object.keys(chosen) as KeywordStatus[]) form.setValue(status, chosen[status], { shouldDirty: true });
            reset.reset();
            save.mutate({ keywords: chosen, etag: conflict.etag });
          }}
        />
      ) : (
        <RequestError error={save.error ?? reset.error} since={save.submittedAt} again={save.error ? () => void submit() : () => reset.mutate()} />
      )}
      <div className="row">
        {!conflict && (
          <Button type="submit" look="primary" busy={save.isPending}>
            <Trans>Save</Trans>
          </Button>
        )}
        <Button onClick={onClose}>
          <Trans>Undo</Trans>
        </Button>
        {changedAt && (
          <Button look="text" busy={reset.isPending} onClick={() => ask(true)}>
            <Trans>Reset to defaults</Trans>
          </Button>
        )}
      </div>
      {asking && (
        <ResetQuestion
          onCancel={() => ask(false)}
          onReset={() => {
            ask(false);
            reset.mutate();
          }}
        />
      )}
    </form>
  );
}
