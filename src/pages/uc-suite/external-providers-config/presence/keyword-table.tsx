import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import type { VoicemailLanguage } from '../../../../../contract/presence.ts';
import { voicemailLanguages } from '../../../../../contract/voicemail-languages.ts';
import { keywordsQuery } from '../../../../api/presence.ts';
import { LeaveQuestion } from '../../../../parts/leave-question.tsx';
import { RequestError } from '../../../../parts/request-error.tsx';
import { RelativeTime } from '../../../../ui/time.tsx';
import { KeywordForm } from './keyword-form.tsx';
import { VoicemailLanguageField } from './voicemail-language-field.tsx';

const parameter = 'keywords';

interface KeywordTableProps {
  /** Hears whether there is something that was not saved, for the question before the page is left. */
  onDirty: (isDirty: boolean) => void;
}

/** The keyword of each presence status, in one voicemail language. */
export function KeywordTable({ onDirty }: KeywordTableProps) {
  const { i18n } = useLingui();
  const [search, setSearch] = useSearchParams();
  const [isDirty, setDirty] = useState(false);
  const [wanted, want] = useState<VoicemailLanguage | null>(null);
  const language = voicemailLanguages.find((one) => one === (search.get(parameter) ?? i18n.locale)) ?? 'en';
  const { data, error, errorUpdatedAt, refetch } = useQuery(keywordsQuery(language));

  const show = (next: VoicemailLanguage) => {
    want(null);
    setSearch((before) => new URLSearchParams([...[...before].filter(([name]) => name !== parameter), [parameter, next]]), { replace: true, preventScrollReset: true });
  };
  const choose = (next: VoicemailLanguage) => (isDirty ? want(next) : show(next));
  const note = (dirty: boolean) => {
    setDirty(dirty);
    onDirty(dirty);
  };
  return (
    <section aria-labelledby="keywords-title">
      <div className="section-title">
        <h2 id="keywords-title">
          <Trans>Keywords</Trans>
        </h2>
        {data && (
          <span className="muted">
            {data.settings.changedAt ? (
              <Trans>
                changed <RelativeTime at={data.settings.changedAt} locale={i18n.locale} />
              </Trans>
            ) : (
              <Trans>defaults</Trans>
            )}
          </span>
        )}
      </div>
      <p className="muted">
        <Trans>Whole words of an appointment’s subject that set a presence; case and accents do not count. Office, CallMe and Do not Disturb have none.</Trans>
      </p>
      <VoicemailLanguageField value={language} onChange={(event) => choose(event.target.value as VoicemailLanguage)} />
      <RequestError error={error} since={errorUpdatedAt} again={() => void refetch()} />
      {data && <KeywordForm key={language} stored={data} onDirty={note} />}
      {wanted && <LeaveQuestion onStay={() => want(null)} onLeave={() => show(wanted)} />}
    </section>
  );
}
