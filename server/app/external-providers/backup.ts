import { exchangeCalendarInput, exchangeDirectoryInput, providerDefaults, type ProviderInput, type ProviderName } from '../../../contract/external-providers.ts';
import { keywords as keywordsSchema, voicemailLanguage, type VoicemailLanguage } from '../../../contract/presence.ts';
import { voicemailLanguages } from '../../../contract/voicemail-languages.ts';
import { endOfSecret, functionPart, inputOf, putSettings } from '../backup/function-part.ts';
import type { Part, StoredItem, Value } from '../backup/part.ts';
import { fieldProblem } from '../http/problem.ts';
import { checkSecretEnd } from '../secrets/settings-secrets.ts';
import { forgetLastToken } from '../sign-in/last-token.ts';
import { checkKeywords, rowOf } from './keywords.ts';
import { secretsOf } from './secrets.ts';
import { checkExchangeHost, valueOf } from './settings.ts';

/** What of a provider belongs to a backup. */
export function providerBackup(name: ProviderName): Part {
  return functionPart({
    name,
    check({ ports, config }, item) {
      const input = inputOf(name === 'exchange-calendar' ? exchangeCalendarInput : exchangeDirectoryInput, item.value);
      checkExchangeHost(config, input);
      checkSecretEnd(ports.clock, input);
      return { ...valueOf(input, providerDefaults[name]), clientSecretExpiresAt: endOfSecret(item) };
    },
    secretsOf: (value) => secretsOf(name, value as ProviderInput),
    forget: (rows) => forgetLastToken(rows, name),
  });
}

/** The keyword tables that were changed, by their language. */
export const keywordBackup: Part = {
  name: 'keywords',
  settings: /^exchange-calendar\/keywords\/[a-z]+$/,
  async read(rows) {
    const found: StoredItem[] = [];
    for (const language of voicemailLanguages) {
      const value = (await rows.settings.get(rowOf(language)))?.value as Value | null | undefined;
      if (value) found.push({ id: language, value, secrets: {} });
    }
    return found;
  },
  check(_context, { id, value }) {
    if (!voicemailLanguage.safeParse(id).success) throw fieldProblem('', 'voicemail-language', 'There is no such voicemail language.');
    const keywords = inputOf(keywordsSchema, value);
    checkKeywords(keywords);
    return keywords;
  },
  nameOf: ({ id }) => id,
  write: async (context, items) => async (rows) => {
    for (const { id, value } of items) await putSettings(context, rows, rowOf(id as VoicemailLanguage), value);
  },
  remove: (context, rows, id) => putSettings(context, rows, rowOf(id as VoicemailLanguage), null),
};
