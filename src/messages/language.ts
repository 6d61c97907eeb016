import { i18n, type Messages } from '@lingui/core';
import type { Language } from '../../contract/fields.ts';

type Load = () => Promise<{ messages: Messages }>;

// What the frame says comes first; the pages' texts come with the pages, and those of what is shown later with it. lingui.config.ts says which file's texts are where.
const catalogues = {
  frame: { en: () => import('./frame/en.po'), de: () => import('./frame/de.po') },
  door: { en: () => import('./door/en.po'), de: () => import('./door/de.po') },
  pages: { en: () => import('./pages/en.po'), de: () => import('./pages/de.po') },
  later: { en: () => import('./later/en.po'), de: () => import('./later/de.po') },
} satisfies Record<string, Record<Language, Load>>;
export type Catalogue = keyof typeof catalogues;

const storageKey = 'language';
const inUse = new Set<Catalogue>(['frame']);

/** The language that was chosen here before, else the browser's, else English. */
export function firstLanguage(): Language {
  const stored = readStored();
  if (stored) return stored;
  return navigator.languages.some((tag) => tag.toLowerCase().startsWith('de')) && !startsEnglish() ? 'de' : 'en';
}

/** Shows everything in this language from now on, and remembers it. */
export async function activateLanguage(language: Language): Promise<void> {
  const loaded = await Promise.all([...inUse].map((name) => catalogues[name][language]()));
  document.documentElement.lang = language;
  i18n.load(language, Object.assign({}, ...loaded.map(({ messages }) => messages)));
  i18n.activate(language);
  try {
    localStorage.setItem(storageKey, language);
  } catch {
    // Without storage it holds for this page.
  }
}

/** Adds a catalogue, for as long as the console is open. */
export async function addTexts(name: Catalogue): Promise<void> {
  if (inUse.has(name)) return;
  const language = i18n.locale as Language;
  const { messages } = await catalogues[name][language]();
  inUse.add(name);
  i18n.load(language, messages);
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
