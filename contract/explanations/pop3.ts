import { cloud } from '../cloud.ts';
import type { Params } from '../diagnosis.ts';
import { pop3AccessScript } from '../powershell-pop3.ts';
import type { Explanation, Try } from './explanation.ts';
import { pop3ConnectionExplanations } from './pop3-connection.ts';

const findApp = 'Get-ServicePrincipal | Where-Object AppId -eq {applicationId}';

const notRegistered: Try = {
  what: { en: 'Exchange does not know the application. Nothing is shown: register it.', de: 'Exchange kennt die Anwendung nicht. Wird nichts angezeigt: registrieren Sie sie.' },
  script: `${findApp} | Format-List DisplayName, AppId, ObjectId`,
};

const mailboxTries: readonly Try[] = [
  {
    what: { en: 'The application has no right to this mailbox. It must be shown with FullAccess.', de: 'Die Anwendung hat kein Recht an diesem Postfach. Sie muss mit FullAccess angezeigt werden.' },
    script: `Get-MailboxPermission -Identity {mailbox} -User (${findApp}).Identity`,
  },
  {
    what: { en: 'POP is switched off for the mailbox. PopEnabled must be True.', de: 'POP ist für das Postfach ausgeschaltet. PopEnabled muss True sein.' },
    script: 'Get-CASMailbox -Identity {mailbox} | Format-List PopEnabled',
  },
  {
    what: {
      en: '{mailbox} is not the address of a mailbox, but that of a group or a contact, a misspelt one, or it is not its primary address.',
      de: '{mailbox} ist nicht die Adresse eines Postfachs, sondern die einer Gruppe oder eines Kontakts, falsch geschrieben, oder nicht dessen primäre Adresse.',
    },
    script: 'Get-Mailbox -Identity {mailbox} | Format-List PrimarySmtpAddress, RecipientTypeDetails, SKUAssigned',
  },
  {
    what: {
      en: 'All of this is right, but has been changed in the last two hours: then wait, and check again automatically.',
      de: 'All das stimmt, wurde aber in den letzten zwei Stunden geändert: Dann warten Sie und lassen automatisch erneut prüfen.',
    },
  },
];

const refused = {
  'pop3-app-refused': {
    owner: 'exchange-admin',
    retryAfterMinutes: 120,
    cause: {
      en: 'Exchange does not let the application into {mailbox}. Its answer names a password, but none was sent: Tenant ID, Application ID, Client Secret and consent are right, and the token holds {permission}. What is wrong is in Exchange.',
      de: 'Exchange lässt die Anwendung nicht in {mailbox}. Die Antwort nennt ein Kennwort, aber es wurde keines gesendet: Mandanten-ID, Anwendungs-ID, Geheimer Clientschlüssel und Zustimmung stimmen, und das Token enthält {permission}. Der Fehler liegt in Exchange.',
    },
    fix: {
      en: 'The answer is the same for each of the reasons below: go through them in this order, in Exchange Online PowerShell. This script does it all; where Exchange has another object ID it changes nothing before you say so in it.',
      de: 'Die Antwort ist bei jedem der Gründe unten dieselbe: Gehen Sie sie in dieser Reihenfolge durch, in der Exchange Online PowerShell. Dieses Skript erledigt alles; hat Exchange eine andere Objekt-ID, ändert es nichts, bevor Sie es darin sagen.',
    },
    tries: [
      notRegistered,
      {
        what: {
          en: 'It was registered with another object ID, often that of the app registration. ObjectId must be {objectId}, as the token names it.',
          de: 'Sie wurde mit einer anderen Objekt-ID registriert, oft mit der der App-Registrierung. ObjectId muss {objectId} sein, wie das Token sie nennt.',
        },
        script: `(${findApp}).ObjectId -eq {objectId}`,
      },
      ...mailboxTries,
    ],
    script: accessScript,
  },
  'pop3-app-refused-opaque': {
    owner: 'exchange-admin',
    link: { to: 'enterprise-apps', text: { en: 'Enterprise apps', de: 'Unternehmens-Apps' } },
    retryAfterMinutes: 120,
    cause: {
      en: 'Exchange does not let the application into {mailbox}. Its answer names a password, but none was sent: Tenant ID, Application ID and Client Secret are right. Whether the token holds {permission} cannot be read.',
      de: 'Exchange lässt die Anwendung nicht in {mailbox}. Die Antwort nennt ein Kennwort, aber es wurde keines gesendet: Mandanten-ID, Anwendungs-ID und Geheimer Clientschlüssel stimmen. Ob das Token {permission} enthält, lässt sich nicht lesen.',
    },
    fix: {
      en: 'The answer is the same for each of the reasons below: go through them in this order. The script then puts right what is in Exchange; put the object ID of the enterprise application in.',
      de: 'Die Antwort ist bei jedem der Gründe unten dieselbe: Gehen Sie sie in dieser Reihenfolge durch. Das Skript stellt dann richtig, was in Exchange liegt; tragen Sie die Objekt-ID der Unternehmensanwendung ein.',
    },
    tries: [
      {
        what: {
          en: 'The permission is missing. Entra ID → App registrations → {applicationId} → API permissions: {permission} ({api}) as application permission, with consent.',
          de: 'Die Berechtigung fehlt. Entra ID → App-Registrierungen → {applicationId} → API-Berechtigungen: {permission} ({api}) als Anwendungsberechtigung, mit Zustimmung.',
        },
      },
      notRegistered,
      {
        what: {
          en: 'It was registered with another object ID, often that of the app registration. ObjectId must be the one in Entra ID → Enterprise apps → this application.',
          de: 'Sie wurde mit einer anderen Objekt-ID registriert, oft mit der der App-Registrierung. ObjectId muss die aus Entra ID → Unternehmens-Apps → diese Anwendung sein.',
        },
        script: `(${findApp}).ObjectId`,
      },
      ...mailboxTries,
    ],
    script: accessScript,
  },
  'pop3-basic-retired': {
    owner: 'telephone-admin',
    pointer: '/authMethod',
    cause: { en: 'Exchange Online takes no password for POP3 any more: Basic authentication has ended there.', de: 'Exchange Online nimmt für POP3 kein Kennwort mehr an: Die Basisauthentifizierung ist dort beendet.' },
    fix: { en: 'Choose OAuth 2.0 as Auth Method.', de: 'Wählen Sie als Authentifizierung OAuth 2.0.' },
  },
  'pop3-password-refused': {
    owner: 'telephone-admin',
    pointer: '/password',
    cause: { en: '{host} does not accept username and password of {account}.', de: '{host} nimmt Benutzernamen und Kennwort von {account} nicht an.' },
    fix: { en: 'Enter both again. Some servers want the address as username, others the name in front of the @. POP3 may be switched off for the mailbox, too.', de: 'Geben Sie beide neu ein. Manche Server verlangen als Benutzernamen die Adresse, andere den Namen vor dem @. Auch kann POP3 für das Postfach ausgeschaltet sein.' },
  },
  'pop3-sign-in-refused': {
    owner: 'exchange-admin',
    cause: { en: '{host} does not let {account} sign in, and names no reason that is known here.', de: '{host} lässt {account} nicht anmelden und nennt keinen hier bekannten Grund.' },
    fix: { en: 'The answer below is all that the server says. Whoever runs it can see more in its log.', de: 'Die Antwort unten ist alles, was der Server sagt. Wer ihn betreibt, sieht in seinem Protokoll mehr.' },
  },
  'pop3-rejects-us': {
    owner: 'network-admin',
    cause: { en: '{host} refuses the conversation by POP3 before any sign-in.', de: '{host} verweigert das Gespräch über POP3 noch vor jeder Anmeldung.' },
    fix: { en: 'The answer below names the reason, where there is one. Often POP3 is switched off at the server, or it knows only certain addresses.', de: 'Die Antwort unten nennt den Grund, wo es einen gibt. Oft ist POP3 am Server ausgeschaltet, oder er kennt nur bestimmte Adressen.' },
  },
  'pop3-busy': {
    owner: 'nobody',
    retryAfterMinutes: 5,
    cause: { en: '{host} is busy, or limits this mailbox at the moment.', de: '{host} ist ausgelastet oder begrenzt dieses Postfach zurzeit.' },
    fix: { en: 'Wait some minutes and check again. If it comes back, choose a longer poll interval.', de: 'Warten Sie einige Minuten und prüfen Sie erneut. Kommt es wieder, wählen Sie ein längeres Abrufintervall.' },
  },
  'pop3-in-use': {
    owner: 'telephone-admin',
    retryAfterMinutes: 5,
    cause: { en: 'Somebody else has {account} open by POP3 at the moment; only one can at a time.', de: 'Jemand anderes hat {account} gerade über POP3 geöffnet; das kann nur einer zur selben Zeit.' },
    fix: { en: 'Check again in some minutes. If it stays so, find out which other program fetches mail from this mailbox, and end that.', de: 'Prüfen Sie in einigen Minuten erneut. Bleibt es so, stellen Sie fest, welches andere Programm aus diesem Postfach abruft, und beenden Sie das.' },
  },
  'pop3-login-delay': {
    owner: 'telephone-admin',
    pointer: '/pollIntervalSeconds',
    retryAfterMinutes: 15,
    cause: { en: '{host} wants more time between two sign-ins to {account}.', de: '{host} verlangt mehr Zeit zwischen zwei Anmeldungen an {account}.' },
    fix: { en: 'Choose a longer poll interval, and check again in a quarter of an hour.', de: 'Wählen Sie ein längeres Abrufintervall und prüfen Sie in einer Viertelstunde erneut.' },
  },
  'pop3-mailbox-fault': {
    owner: 'exchange-admin',
    cause: { en: '{host} has a lasting fault with {account}, and says that it does not pass by itself.', de: '{host} hat eine dauerhafte Störung bei {account} und sagt, dass sie nicht von selbst vergeht.' },
    fix: { en: 'Whoever runs the server must see to it; the answer below is for them.', de: 'Der Betreiber des Servers muss sich darum kümmern; die Antwort unten ist für ihn.' },
  },
  'pop3-refused': {
    owner: 'exchange-admin',
    cause: { en: '{host} refused the command {command}.', de: '{host} hat den Befehl {command} abgelehnt.' },
    fix: { en: 'The answer below is all that the server says. Check again; if it stays so, give it to whoever runs the server.', de: 'Die Antwort unten ist alles, was der Server sagt. Prüfen Sie erneut; bleibt es so, geben Sie sie dem Betreiber des Servers.' },
  },
  'pilot-not-set-up': {
    owner: 'telephone-admin',
    cause: { en: 'There is no e-mail pilot here: it was deleted, or it takes calls or faxes.', de: 'Hier gibt es keinen E-Mail-Piloten: Er wurde gelöscht, oder er nimmt Anrufe oder Faxe an.' },
    fix: { en: 'Open the queue and see which queue pilots it has.', de: 'Öffnen Sie die Warteschlange und sehen Sie nach, welche Piloten sie hat.' },
  },
} satisfies Record<string, Explanation>;

/** What a POP3 server refuses, or what keeps it from being asked. Exchange Online's replies as seen on the wire; codes in brackets: RFC 2449, RFC 3206. */
export const pop3Explanations = { ...pop3ConnectionExplanations, ...refused };

function accessScript(params: Params): string {
  const { data: inCloud = 'global' } = cloud.safeParse(params['cloud']);
  const text = (name: string) => String(params[name] ?? '');
  return pop3AccessScript({ cloud: inCloud, applicationId: text('applicationId'), objectId: text('objectId'), mailboxes: [text('mailbox')] });
}
