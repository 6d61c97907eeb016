import { i18n } from '@lingui/core';
import type { Language } from '../../contract/fields.ts';

const catalogues = { en: () => import('./en.po'), de: () => import('./de.po') };
const storageKey = 'language';

/** The language that was chosen here before, else the browser's, else English. */
export function firstLanguage(): Language {
  const stored = readStored();
  if (stored) return stored;
  return navigator.languages.some((tag) => tag.toLowerCase().startsWith('de')) && !startsEnglish() ? 'de' : 'en';
}

/** Shows everything in this language from now on, and remembers it. */
export async function activateLanguage(language: Language): Promise<void> {
  const { messages } = await catalogues[language]();
  document.documentElement.lang = language;
  i18n.loadAndActivate({ locale: language, messages });
  try {
    localStorage.setItem(storageKey, language);
  } catch {
    // Without storage it holds for this page.
  }
}

function startsEnglish(): boolean {
  const first = navigator.languages.find((tag) => /^(de|en)\b/i.test(tag));
  return first !== undefined && first.toLowerCase().startsWith('en');
}

function readStored(): Language | null {
  try {
    const stored = localStorage.getItem(storageKey);
    return stored === 'en' || stored === 'de' ? stored : null;
  } catch {
    return null;
  }
}
