import type { Owner } from '../diagnosis.ts';
import type { FunctionEnd } from '../functions.ts';
import type { Sentence } from './explanation.ts';

interface Need {
  owner: Owner;
  why: Sentence;
}

/** Who must act where no answer of Microsoft or a mail server says it. */
export const needs = {
  'never-signed-in': { owner: 'telephone-admin', why: { en: 'Nobody has signed in at Microsoft yet.', de: 'Bei Microsoft hat sich noch niemand angemeldet.' } },
  'check-failed': { owner: 'telephone-admin', why: { en: 'The last check failed. Check again to see the cause.', de: 'Die letzte Prüfung ist fehlgeschlagen. Prüfen Sie erneut, um die Ursache zu sehen.' } },
} satisfies Record<string, Need>;

/** Who must act before something ends, or once it has. */
export const needsOfEnds: Record<FunctionEnd['what'], Record<'soon' | 'over', Need>> = {
  'client-secret': {
    soon: {
      owner: 'entra-admin',
      why: { en: 'The Client Secret ends soon. Make a new one in Microsoft Entra and enter it here.', de: 'Der geheime Clientschlüssel läuft bald ab. Erstellen Sie in Microsoft Entra einen neuen und geben Sie ihn hier ein.' },
    },
    over: {
      owner: 'entra-admin',
      why: { en: 'The Client Secret has ended. Make a new one in Microsoft Entra and enter it here.', de: 'Der geheime Clientschlüssel ist abgelaufen. Erstellen Sie in Microsoft Entra einen neuen und geben Sie ihn hier ein.' },
    },
  },
  'sign-in': {
    soon: { owner: 'telephone-admin', why: { en: 'The sign-in at Microsoft ends soon, since it could not be used. Sign in again.', de: 'Die Anmeldung bei Microsoft endet bald, da sie nicht verwendet werden konnte. Melden Sie sich erneut an.' } },
    over: { owner: 'telephone-admin', why: { en: 'The sign-in at Microsoft has ended, since it was not used for too long. Sign in again.', de: 'Die Anmeldung bei Microsoft ist abgelaufen, da sie zu lange nicht verwendet wurde. Melden Sie sich erneut an.' } },
  },
  'basic-authentication': {
    soon: {
      owner: 'telephone-admin',
      why: { en: 'Microsoft is about to switch Basic authentication off. Choose OAuth as Auth Method before that.', de: 'Microsoft schaltet die Basisauthentifizierung demnächst ab. Wählen Sie vorher OAuth als Authentifizierung.' },
    },
    over: { owner: 'telephone-admin', why: { en: 'Microsoft has switched Basic authentication off. Choose OAuth as Auth Method.', de: 'Microsoft hat die Basisauthentifizierung abgeschaltet. Wählen Sie OAuth als Authentifizierung.' } },
  },
  'ews': {
    soon: {
      owner: 'telephone-admin',
      why: { en: 'Microsoft is about to end Exchange Web Services. For the calendar choose Microsoft Graph as Access before that.', de: 'Microsoft beendet demnächst Exchange Web Services. Wählen Sie für den Kalender vorher Microsoft Graph als Zugriff.' },
    },
    over: { owner: 'telephone-admin', why: { en: 'Microsoft has ended Exchange Web Services. For the calendar choose Microsoft Graph as Access.', de: 'Microsoft hat Exchange Web Services beendet. Wählen Sie für den Kalender Microsoft Graph als Zugriff.' } },
  },
};
