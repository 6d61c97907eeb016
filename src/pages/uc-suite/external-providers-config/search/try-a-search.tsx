import { Trans, useLingui } from '@lingui/react/macro';
import { useForm } from 'react-hook-form';
import { searchDirectory } from '../../../../api/directory.ts';
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
import { FoundContacts } from './found-contacts.tsx';
import type { Search } from './search-rules.ts';

const resolver = lazyResolver<Search, Search>(async () => (await import('./search-rules.ts')).searchResolver);

/** A name, and the contacts that a search in myPortal would find. */
export function TryASearch({ isConfigured }: { isConfigured: boolean }) {
  const may = useMay('advanced');
  return (
    <section aria-labelledby="try-a-search-title">
      <div className="section-title">
        <h2 id="try-a-search-title">
          <Trans>Try a search</Trans>
        </h2>
      </div>
      <p className="muted">
        <Trans>What myPortal finds in the public folders: contacts at their top level, and of these not the private ones.</Trans>
      </p>
      {!may && <RoleNote needed="advanced" action={<Trans>Search</Trans>} />}
      {may && !isConfigured && (
        <p>
          <Trans>Save the settings first: it is searched with them.</Trans>
        </p>
      )}
      {may && isConfigured && <SearchForm />}
    </section>
  );
}

function SearchForm() {
  const { t } = useLingui();
  const fieldError = useFieldError();
  const form = useForm<Search, unknown, Search>({ resolver, defaultValues: { name: '' } });
  const search = useCancellable(({ name }: Search, signal) => searchDirectory(name, signal));
  const submit = form.handleSubmit(async (asked) => {
    const found = await search.mutateAsync(asked).catch((error: unknown) => showFieldErrors(form, error));
    if (found) announce(found.diagnosis ? t`The public folders could not be searched. ${found.diagnosis.cause}` : found.why);
  });
  return (
    <>
      <form noValidate className="inline-form" onSubmit={(event) => void submit(event)}>
        <TextField label={t`Name`} help={<Trans>A name, or a part of one.</Trans>} error={fieldError(form.formState.errors.name)} autoComplete="off" spellCheck={false} required {...form.register('name')} />
        {search.isPending ? (
          <Button onClick={search.cancel}>
            <Trans>Cancel</Trans>
          </Button>
        ) : (
          <Button type="submit" busy={form.formState.isSubmitting}>
            <Trans>Search</Trans>
          </Button>
        )}
      </form>
      <RequestError error={search.error} since={search.submittedAt} again={() => void submit()} />
      {search.data && <FoundContacts found={search.data} />}
      {search.data && <LookTools key={search.submittedAt} title={t`Search of the directory`} found={search.data.why} answer={search.data} />}
    </>
  );
}
