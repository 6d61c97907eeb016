import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useSearchParams } from 'react-router';
import type { VoicemailLanguage } from '../../../../../contract/presence.ts';
import { voicemailLanguages } from '../../../../../contract/voicemail-languages.ts';
import { keywordsQuery } from '../../../../api/presence.ts';
import { LeaveQuestion } from '../../../../parts/leave-question.tsx';
import { RequestError } from '../../../../parts/request-error.tsx';
import { RoleNote } from '../../../../parts/role-note.tsx';
import { useMay } from '../../../../parts/use-may.ts';
import { Button } from '../../../../ui/button.tsx';
import { KeywordForm } from './keyword-form.tsx';
import { KeywordList } from './keyword-list.tsx';
import { VoicemailLanguageField } from './voicemail-language-field.tsx';

const parameters = { language: 'keywords', edit: 'edit' } as const;

interface KeywordTableProps {
  /** Hears whether there is something that was not saved, for the question before the page is left. */
  onDirty: (isDirty: boolean) => void;
}

/** The keyword of each presence status, in one voicemail language. */
export function KeywordTable({ onDirty }: KeywordTableProps) {
  const { i18n } = useLingui();
  const heading = useRef<HTMLHeadingElement>(null);
  const [search, setSearch] = useSearchParams();
  const [isDirty, setDirty] = useState(false);
  const [wanted, want] = useState<VoicemailLanguage | null>(null);
  const language = voicemailLanguages.find((one) => one === (search.get(parameters.language) ?? i18n.locale)) ?? 'en';
  const mayEdit = useMay('advanced');
  const isEditing = mayEdit && search.get(parameters.edit) === parameters.language;
  const { data, error, errorUpdatedAt, refetch } = useQuery(keywordsQuery(language));

  const go = (to: VoicemailLanguage, editing: boolean) =>
    setSearch(
      (before) => {
        const next = new URLSearchParams(before);
        next.set(parameters.language, to);
        if (editing) next.set(parameters.edit, parameters.language);
        else next.delete(parameters.edit);
        return next;
      },
      { replace: true, preventScrollReset: true },
    );
  const edit = (on: boolean) => {
    go(language, on);
    heading.current?.focus();
  };
  const choose = (next: VoicemailLanguage) => (isDirty ? want(next) : go(next, isEditing));
  const note = (dirty: boolean) => {
    setDirty(dirty);
    onDirty(dirty);
  };
  return (
    <section aria-labelledby="keywords-title">
      <div className="section-title">
        <h2 id="keywords-title" ref={heading} tabIndex={-1}>
          <Trans>Keywords</Trans>
        </h2>
        {data && !isEditing && mayEdit && (
          <Button look="text" onClick={() => edit(true)}>
            <Trans>Edit</Trans>
          </Button>
        )}
      </div>
      <p className="muted">
        <Trans>Whole words of an appointment’s subject that set a presence; case and accents do not count. Office, CallMe and Do not Disturb have none.</Trans>
      </p>
      <VoicemailLanguageField value={language} onChange={(event) => choose(event.target.value as VoicemailLanguage)} />
      <RequestError error={error} since={errorUpdatedAt} again={() => void refetch()} />
      {data && (isEditing ? <KeywordForm key={language} stored={data} onDirty={note} onClose={() => edit(false)} /> : <KeywordList table={data.settings} />)}
      {!mayEdit && <RoleNote needed="advanced" action={<Trans>Edit</Trans>} />}
      {wanted && (
        <LeaveQuestion
          onStay={() => want(null)}
          onLeave={() => {
            want(null);
            go(wanted, isEditing);
          }}
        />
      )}
    </section>
  );
}
