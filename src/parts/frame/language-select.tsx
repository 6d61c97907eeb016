import { useLingui } from '@lingui/react/macro';
import { useQueryClient } from '@tanstack/react-query';
import { saveAccount, sessionQuery } from '../../api/session.ts';
import type { Language } from '../../../contract/fields.ts';
import { activateLanguage } from '../../messages/language.ts';

/** English or German, from this moment on; with a session it is written to the account. */
export function LanguageSelect() {
  const { t, i18n } = useLingui();
  const client = useQueryClient();
  const choose = async (language: Language) => {
    await activateLanguage(language);
    const session = client.getQueryData(sessionQuery.queryKey);
    if (!session) return;
    client.setQueryData(sessionQuery.queryKey, { ...session, language });
    // What the backend explains comes in the language that it is asked in.
    await Promise.all([saveAccount({ language }).catch(() => {}), client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' })]);
  };
  return (
    <label className="bar-select icon">
      <span className="visually-hidden">{t`Language`}</span>
      <span aria-hidden="true" className="short">
        {i18n.locale.toUpperCase()}
      </span>
      <select value={i18n.locale} onChange={(event) => void choose(event.target.value as Language)}>
        <option value="en" lang="en">
          English
        </option>
        <option value="de" lang="de">
          Deutsch
        </option>
      </select>
    </label>
  );
}
