import type { Params } from '../diagnosis.ts';
import type { SearchRule } from '../directory.ts';
import type { Language } from '../fields.ts';
import { fill, type Sentence } from './explanation.ts';

const sentences: Record<SearchRule, Sentence> = {
  'found': {
    en: 'These are the public contacts in the root of the public folders whose name contains “{name}”.',
    de: 'Das sind die öffentlichen Kontakte im Stamm der öffentlichen Ordner, deren Name „{name}“ enthält.',
  },
  'too-many': {
    en: 'More contacts match “{name}” than are shown: these are the first {shown} by name. Enter more of the name.',
    de: 'Zu „{name}“ passen mehr Kontakte, als gezeigt werden: Das sind die ersten {shown} nach Namen. Geben Sie mehr vom Namen ein.',
  },
  'no-match': {
    en: 'There are contacts in the root of the public folders, but no name contains “{name}”. Folders below the root are not searched.',
    de: 'Im Stamm der öffentlichen Ordner gibt es Kontakte, aber kein Name enthält „{name}“. Ordner unterhalb des Stamms werden nicht durchsucht.',
  },
  'only-private': {
    en: 'The contacts that match “{name}” are private. Only what its owner has not marked as private, personal or confidential is found.',
    de: 'Die Kontakte, die zu „{name}“ passen, sind privat. Gefunden wird nur, was nicht als privat, persönlich oder vertraulich gekennzeichnet ist.',
  },
  'empty-folder': {
    en: 'The root of the public folders holds no contacts, and no folder directly below it does.',
    de: 'Der Stamm der öffentlichen Ordner enthält keine Kontakte, und auch kein Ordner direkt darunter.',
  },
  'only-in-subfolders': {
    en: 'The root of the public folders holds no contacts. There is the folder “{folder}” below it, but folders below the root are not searched: move the contacts to the root.',
    de: 'Der Stamm der öffentlichen Ordner enthält keine Kontakte. Darunter gibt es den Ordner „{folder}“, aber Ordner unterhalb des Stamms werden nicht durchsucht: Verschieben Sie die Kontakte in den Stamm.',
  },
};

/** Why a search in the public folders found what it found, in the reader's language. `name`, `shown` and `folder` are in the params. */
export function renderSearchRule(rule: SearchRule, params: Params, language: Language): string {
  return fill(sentences[rule][language], params);
}
