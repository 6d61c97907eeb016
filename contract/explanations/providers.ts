import type { Explanation } from './explanation.ts';

/** What is said of the external providers' settings, and of a check over many mailboxes. */
export const providerExplanations = {
  'provider-not-set-up': {
    match: { onlyCheck: true },
    source: 'seen by the check itself',
    owner: 'telephone-admin',
    retry: 'no',
    cause: { en: 'Nothing is saved on this page yet.', de: 'Auf dieser Seite ist noch nichts gespeichert.' },
    fix: { en: 'Fill in the settings and press Save.', de: 'Füllen Sie die Einstellungen aus und drücken Sie Speichern.' },
  },
  'mailboxes-failed': {
    match: { onlyCheck: true },
    source: 'seen by the check itself',
    owner: 'telephone-admin',
    retry: 'no',
    cause: { en: '{failed} of {total} mailboxes could not be read.', de: '{failed} von {total} Postfächern konnten nicht gelesen werden.' },
    fix: {
      en: 'Each mailbox in the list below has its own cause. Often it is an address that is not that of a mailbox, or a mailbox outside the scope of the application.',
      de: 'Bei jedem Postfach in der Liste unten steht dessen Ursache. Oft ist es eine Adresse, zu der kein Postfach gehört, oder ein Postfach außerhalb des Bereichs der Anwendung.',
    },
  },
} satisfies Record<string, Explanation>;
