import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useWatch } from 'react-hook-form';
import type { ProviderName } from '../../../../contract/external-providers.ts';
import { providerQuery } from '../../../api/external-providers.ts';
import { usePrefetched } from '../../../api/query-client.ts';
import { Page } from '../../../parts/frame/page.tsx';
import { later } from '../../../parts/later.tsx';
import { LeaveGuard } from '../../../parts/leave-guard.tsx';
import { PageState } from '../../../parts/page-state.tsx';
import { useFormOffer } from '../../../parts/use-form-offer.ts';
import { paths } from '../../../paths.ts';
import { Tabs, useByTab } from '../../../ui/tabs.tsx';
import { CalendarNotes } from './calendar-notes.tsx';
import { CheckConnection } from './check-connection.tsx';
import { DirectoryNotes } from './directory-notes.tsx';
import { ProviderGuide } from './provider-guide.tsx';
import { ProviderSettings } from './provider-settings.tsx';
import { tabOf } from './provider-tabs.ts';
import { doctorSetup, type ProviderValues } from './provider-values.ts';
import { useProviderForm } from './use-provider-form.ts';
import { useProviderWords } from './use-provider-words.ts';

const CheckMailboxes = later(async () => (await import('./mailboxes/check-mailboxes.tsx')).CheckMailboxes);
const TryASubject = later(async () => (await import('./presence/try-a-subject.tsx')).TryASubject);
const PreviewAMailbox = later(async () => (await import('./presence/preview-a-mailbox.tsx')).PreviewAMailbox);
const KeywordTable = later(async () => (await import('./presence/keyword-table.tsx')).KeywordTable);
const TryASearch = later(async () => (await import('./search/try-a-search.tsx')).TryASearch);

/** A value that a check failed because of. */
interface Marked {
  name: keyof ProviderValues;
  value: string;
}

/** One provider: its settings, the check of them, and what its users must know. */
export function ProviderTab({ name }: { name: ProviderName }) {
  const { t } = useLingui();
  const { titles } = useProviderWords();
  const keepsFocus = useByTab();
  const stored = usePrefetched(providerQuery(name));
  const isConfigured = stored.settings.configured;
  const { form, base } = useProviderForm(stored);
  const values = useWatch({ control: form.control }) as ProviderValues;
  const [marked, setMarked] = useState<Marked | null>(null);
  const [hasKeywords, setHasKeywords] = useState(false);
  const takeOffer = useFormOffer(form, doctorSetup.inCloud, () => document.getElementById('settings-title')?.focus());
  // As long as it is the same value, it is marked.
  const refused = (field: keyof ProviderValues) => (marked?.name === field && marked.value === values[field] ? t`The check failed because of this value. See below.` : undefined);
  const correct = (pointer: string) => {
    const field = pointer.slice(1) as keyof ProviderValues;
    setMarked({ name: field, value: form.getValues(field) });
    // One that is folded away comes with the mark.
    requestAnimationFrame(() => form.setFocus(field));
  };
  const tabs = (Object.keys(tabOf) as ProviderName[]).map((one) => ({ name: titles[one], to: paths.externalProviders(tabOf[one]) }));
  const title = t`External Providers Config`;
  return (
    <Page title={title} part={titles[name]} keepsFocus={keepsFocus} above={[t`UC Suite`]} guide={<ProviderGuide name={name} values={values} stored={stored.settings} />}>
      <LeaveGuard when={form.formState.isDirty || hasKeywords} />
      <Tabs label={title} tabs={tabs} current={paths.externalProviders(tabOf[name])} end={<PageState of={name} />}>
        <ProviderSettings name={name} form={form} base={base} values={values} refused={refused} />
        <CheckConnection name={name} form={form} isSaved={isConfigured} onStart={() => setMarked(null)} onCorrect={correct} onOffer={takeOffer} />
        {name === 'exchange-calendar' ? (
          <>
            <CheckMailboxes isConfigured={isConfigured} />
            <TryASubject />
            <PreviewAMailbox isConfigured={isConfigured} />
            <KeywordTable onDirty={setHasKeywords} />
            <CalendarNotes />
          </>
        ) : (
          <>
            <TryASearch isConfigured={isConfigured} />
            <DirectoryNotes />
          </>
        )}
      </Tabs>
    </Page>
  );
}
