import { i18n, type Messages } from '@lingui/core';
import type { Language } from '../../contract/fields.ts';

type Load = () => Promise<{ messages: Messages }>;

// What the frame says comes first; the pages' texts come with the pages, and those of what is shown later with it. lingui.config.ts says which file's texts are where.
const catalogues = {
  frame: { en: () => import('./frame/en.po'), de: () => import('./frame/de.po') },
  door: { en: () => import('./door/en.po'), de: () => import('./door/de.po') },
  home: { en: () => import('./home/en.po'), de: () => import('./home/de.po') },
  pages: { en: () => import('./pages/en.po'), de: () => import('./pages/de.po') },
  later: { en: () => import('./later/en.po'), de: () => import('./later/de.po') },
} satisfies Record<string, Record<Language, Load>>;
export type Catalogue = keyof typeof catalogues;

const storageKey = 'language';
const inUse = new Map<Catalogue, Promise<unknown>>([['frame', Promise.resolve()]]);
let active = firstLanguage();
// The backend answers in the language that the page has.
document.documentElement.lang = active;

/** The language that was chosen here before, else the browser's, else English. */
function firstLanguage(): Language {
  const stored = readStored();
  if (stored) return stored;
  return navigator.languages.some((tag) => tag.toLowerCase().startsWith('de')) && !startsEnglish() ? 'de' : 'en';
}

/** Shows everything in this language from now on, and remembers it; first of all in `firstLanguage`. */
export async function activateLanguage(language: Language = active): Promise<void> {
  active = language;
  document.documentElement.lang = language;
  const loaded = await Promise.all([...inUse.keys()].map((name) => catalogues[name][language]()));
  // Another choice came meanwhile.
  if (language !== active) return;
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
  const known = inUse.get(name);
  if (known) return void (await known);
  const language = active;
  const adding = catalogues[name][language]().then(({ messages }) => i18n.load(language, messages));
  inUse.set(name, adding);
  // What could not be fetched is fetched at the next time.
  adding.catch(() => inUse.delete(name));
  await adding;
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
