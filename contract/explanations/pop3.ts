import { cloud } from '../cloud.ts';
import type { Params } from '../diagnosis.ts';
import { pop3AccessScript } from '../powershell-pop3.ts';
import type { Explanation, Try } from './explanation.ts';
import { pop3ConnectionExplanations } from './pop3-connection.ts';

const findApp = 'Get-ServicePrincipal | Where-Object AppId -eq {applicationId}';

const notRegistered: Try = {
  what: { en: 'Exchange does not know the application. Then nothing is shown, and it must be registered.', de: 'Exchange kennt die Anwendung nicht. Dann wird nichts angezeigt, und sie muss registriert werden.' },
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
      en: '[{mailbox}|The username] is not the address of a mailbox, but that of a group or a contact, a misspelt one, or it is not its primary address.',
      de: '[{mailbox}|Der Benutzername] ist nicht die Adresse eines Postfachs, sondern die einer Gruppe oder eines Kontakts, falsch geschrieben, oder nicht dessen primäre Adresse.',
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
  'pop3-in-use': {
    match: { pop3: [/^\S*\s*\[IN-USE\]/i, /\b(?:mailbox|maildrop)\b.{0,40}\b(?:locked|in use)\b/i] },
    source: 'RFC 2449 section 8.1.2; Cyrus IMAP',
    owner: 'telephone-admin',
    retry: 'later',
    retryAfterMinutes: 5,
    cause: { en: 'Somebody else has [{account}|the mailbox] open by POP3 at the moment; only one can at a time.', de: 'Jemand anderes hat [{account}|das Postfach] gerade über POP3 geöffnet; das kann nur einer zur selben Zeit.' },
    fix: { en: 'Check again in some minutes. If it stays so, find out which other program fetches mail from this mailbox, and end that.', de: 'Prüfen Sie in einigen Minuten erneut. Bleibt es so, stellen Sie fest, welches andere Programm aus diesem Postfach abruft, und beenden Sie das.' },
  },
  'pop3-login-delay': {
    match: { pop3: [/^\S*\s*\[LOGIN-DELAY\]/i] },
    source: 'RFC 2449 section 8.1.1',
    owner: 'telephone-admin',
    retry: 'later',
    pointer: '/pollIntervalSeconds',
    retryAfterMinutes: 15,
    cause: { en: '[{host}|The server] wants more time between two sign-ins to [{account}|the mailbox].', de: '[{host}|Der Server] verlangt mehr Zeit zwischen zwei Anmeldungen an [{account}|dem Postfach].' },
    fix: { en: 'Choose a longer poll interval, and check again in a quarter of an hour.', de: 'Wählen Sie ein längeres Abrufintervall und prüfen Sie in einer Viertelstunde erneut.' },
  },
  'pop3-mailbox-fault': {
    match: { pop3: [/^\S*\s*\[SYS\/PERM\]/i] },
    source: 'RFC 3206 section 4',
    owner: 'exchange-admin',
    retry: 'no',
    cause: { en: '[{host}|The server] has a lasting fault with [{account}|the mailbox], and says that it does not pass by itself.', de: '[{host}|Der Server] hat eine dauerhafte Störung bei [{account}|dem Postfach] und sagt, dass sie nicht von selbst vergeht.' },
    fix: { en: 'Whoever runs the server must see to it; the answer below is for them.', de: 'Der Betreiber des Servers muss sich darum kümmern; die Antwort unten ist für ihn.' },
  },
  'pop3-busy': {
    match: { pop3: [/^\S*\s*\[SYS\/TEMP\]/i, /\b(?:temporar(?:y|ily)|throttled|server busy|server (?:is )?unavailable|try again later|too many (?:connections|log-?ins|sessions))\b/i] },
    source: 'RFC 3206 section 4; email-oauth2-proxy#379',
    owner: 'nobody',
    retry: 'later',
    retryAfterMinutes: 5,
    cause: { en: '[{host}|The server] is busy, or limits this mailbox at the moment.', de: '[{host}|Der Server] ist ausgelastet oder begrenzt dieses Postfach zurzeit.' },
    fix: { en: 'Wait some minutes and check again. If it comes back, choose a longer poll interval.', de: 'Warten Sie einige Minuten und prüfen Sie erneut. Kommt es wieder, wählen Sie ein längeres Abrufintervall.' },
  },
  'pop3-app-refused': {
    match: { pop3: [/^-ERR\s+Authentication fail/i] },
    source: 'learn.microsoft.com, POP3 with OAuth: the refusal says no more',
    owner: 'exchange-admin',
    retry: 'no',
    retryAfterMinutes: 120,
    cause: {
      en: 'Exchange does not let the application into [{mailbox}|the mailbox]. Its answer names a password, but none was sent: Tenant ID, Application ID, Client Secret and consent are right[, and the token holds {permission}]. What is wrong is in Exchange.',
      de: 'Exchange lässt die Anwendung nicht in [{mailbox}|das Postfach]. Die Antwort nennt ein Kennwort, aber es wurde keines gesendet: Mandanten-ID, Anwendungs-ID, Geheimer Clientschlüssel und Zustimmung stimmen[, und das Token enthält {permission}]. Der Fehler liegt in Exchange.',
    },
    fix: {
      en: 'The answer is the same for each of the reasons below: go through them in this order, in Exchange Online PowerShell. The script underneath puts them right; where Exchange has another object ID it changes nothing before you say so in it.',
      de: 'Die Antwort ist bei jedem der Gründe unten dieselbe: Gehen Sie sie in dieser Reihenfolge durch, in der Exchange Online PowerShell. Das Skript darunter behebt sie; hat Exchange eine andere Objekt-ID, ändert es nichts, bevor Sie es darin sagen.',
    },
    tries: [
      notRegistered,
      {
        what: {
          en: 'It was registered with another object ID, often that of the app registration. Only then something is shown; the right one is [{objectId}, as the token names it|that of the enterprise application].',
          de: 'Sie wurde mit einer anderen Objekt-ID registriert, oft mit der der App-Registrierung. Nur dann wird etwas angezeigt; richtig ist [{objectId}, wie das Token sie nennt|die der Unternehmensanwendung].',
        },
        script: `${findApp} | Where-Object ObjectId -ne {objectId} | Format-List AppId, ObjectId`,
      },
      ...mailboxTries,
    ],
    script: accessScript,
  },
  'pop3-app-refused-opaque': {
    match: { insteadOf: [{ code: 'pop3-app-refused', at: 'opaque-token' }] },
    source: 'learn.microsoft.com, POP3 with OAuth: the refusal says no more',
    owner: 'exchange-admin',
    retry: 'no',
    link: { to: 'enterprise-apps', text: { en: 'Enterprise apps', de: 'Unternehmens-Apps' } },
    retryAfterMinutes: 120,
    cause: {
      en: 'Exchange does not let the application into [{mailbox}|the mailbox]. Its answer names a password, but none was sent: Tenant ID, Application ID and Client Secret are right. Whether the token holds [{permission}|the permission POP.AccessAsApp] cannot be read.',
      de: 'Exchange lässt die Anwendung nicht in [{mailbox}|das Postfach]. Die Antwort nennt ein Kennwort, aber es wurde keines gesendet: Mandanten-ID, Anwendungs-ID und Geheimer Clientschlüssel stimmen. Ob das Token [{permission}|die Berechtigung POP.AccessAsApp] enthält, lässt sich nicht lesen.',
    },
    fix: {
      en: 'The answer is the same for each of the reasons below: go through them in this order. The script underneath puts right what is in Exchange; put the object ID of the enterprise application in.',
      de: 'Die Antwort ist bei jedem der Gründe unten dieselbe: Gehen Sie sie in dieser Reihenfolge durch. Das Skript darunter behebt, was in Exchange liegt; tragen Sie die Objekt-ID der Unternehmensanwendung ein.',
    },
    tries: [
      {
        what: {
          en: 'The permission is missing. Entra ID → App registrations → [{applicationId}|this application] → API permissions: [{permission} ({api})|POP.AccessAsApp (Office 365 Exchange Online)] as application permission, with consent.',
          de: 'Die Berechtigung fehlt. Entra ID → App-Registrierungen → [{applicationId}|diese Anwendung] → API-Berechtigungen: [{permission} ({api})|POP.AccessAsApp (Office 365 Exchange Online)] als Anwendungsberechtigung, mit Zustimmung.',
        },
      },
      notRegistered,
      {
        what: {
          en: 'It was registered with another object ID, often that of the app registration. ObjectId must be the one in Entra ID → Enterprise apps → this application.',
          de: 'Sie wurde mit einer anderen Objekt-ID registriert, oft mit der der App-Registrierung. ObjectId muss die aus Entra ID → Unternehmens-Apps → diese Anwendung sein.',
        },
        script: `${findApp} | Format-List AppId, ObjectId`,
      },
      ...mailboxTries,
    ],
    script: accessScript,
  },
  'pop3-basic-retired': {
    match: { insteadOf: [{ code: 'pop3-password-refused', at: 'microsoft' }, { code: 'pop3-app-refused', at: 'microsoft-password' }] },
    source: 'learn.microsoft.com, deprecation of Basic authentication in Exchange Online',
    owner: 'telephone-admin',
    retry: 'no',
    pointer: '/authMethod',
    cause: { en: 'Exchange Online takes no password for POP3 any more: Basic authentication has ended there.', de: 'Exchange Online nimmt für POP3 kein Kennwort mehr an: Die Basisauthentifizierung ist dort beendet.' },
    fix: { en: 'Choose OAuth 2.0 as Auth Method.', de: 'Wählen Sie als Authentifizierung OAuth 2.0.' },
  },
  'pop3-password-refused': {
    match: { pop3: [/^\S*\s*\[AUTH\]|\blog-?(?:on|in) fail|\bauth(?:entication|orization)? fail|\b(?:invalid|incorrect|(?<!or )bad|wrong) (?:user|login|password|credentials)|\b(?:password|login|credentials)\b.{0,40}\b(?:incorrect|invalid|wrong)\b/i], insteadOf: [{ code: 'pop3-app-refused', at: 'password' }] },
    source: 'rust-pop3#17, fdm#123; RFC 3206',
    owner: 'telephone-admin',
    retry: 'no',
    pointer: '/password',
    cause: { en: '[{host}|The server] does not accept username and password[ of {account}].', de: '[{host}|Der Server] nimmt Benutzernamen und Kennwort[ von {account}] nicht an.' },
    fix: { en: 'Enter both again. Some servers want the address as username, others the name in front of the @. POP3 may be switched off for the mailbox, too.', de: 'Geben Sie beide neu ein. Manche Server verlangen als Benutzernamen die Adresse, andere den Namen vor dem @. Auch kann POP3 für das Postfach ausgeschaltet sein.' },
  },
  'pop3-sign-in-refused': {
    match: { unknown: 'pop3-sign-in' },
    source: 'RFC 1939 section 7',
    owner: 'exchange-admin',
    retry: 'no',
    cause: { en: '[{host}|The server] does not let [{account}|the account] sign in, and names no reason that this version knows. Network and encryption are fine, since it has answered.', de: '[{host}|Der Server] lässt [{account}|das Konto] nicht anmelden und nennt keinen Grund, den diese Version kennt. Netz und Verschlüsselung stimmen, denn er hat geantwortet.' },
    fix: { en: 'The answer below is all that the server says. Whoever runs it can see more in its log; with OAuth see in Entra ID → Sign-in logs whether the application got its token at this time.', de: 'Die Antwort unten ist alles, was der Server sagt. Wer ihn betreibt, sieht in seinem Protokoll mehr; bei OAuth sehen Sie in Entra ID → Anmeldeprotokolle nach, ob die Anwendung zu dieser Zeit ihr Token bekommen hat.' },
  },
  'pop3-rejects-us': {
    match: { unknown: 'pop3-greeting' },
    source: 'RFC 1939 section 3',
    owner: 'network-admin',
    retry: 'no',
    cause: { en: '[{host}|The server] refuses the conversation by POP3 before any sign-in. Account, password and token have not been looked at.', de: '[{host}|Der Server] verweigert das Gespräch über POP3 noch vor jeder Anmeldung. Konto, Kennwort und Token wurden nicht angesehen.' },
    fix: { en: 'The answer below names the reason, where there is one. Often POP3 is switched off at the server, or it knows only certain addresses.', de: 'Die Antwort unten nennt den Grund, wo es einen gibt. Oft ist POP3 am Server ausgeschaltet, oder er kennt nur bestimmte Adressen.' },
  },
  'pop3-refused': {
    match: { unknown: 'pop3' },
    source: 'RFC 1939 section 3',
    owner: 'exchange-admin',
    retry: 'no',
    cause: { en: '[{host}|The server] refused [the command {command}|a command], for a reason that this version does not know. Network and encryption are fine, since it has answered.', de: '[{host}|Der Server] hat [den Befehl {command}|einen Befehl] abgelehnt, aus einem Grund, den diese Version nicht kennt. Netz und Verschlüsselung stimmen, denn er hat geantwortet.' },
    fix: { en: 'The answer below is all that the server says. Check again; if it stays so, give it and the transcript of the check to whoever runs the server.', de: 'Die Antwort unten ist alles, was der Server sagt. Prüfen Sie erneut; bleibt es so, geben Sie sie mit dem Protokoll der Prüfung dem Betreiber des Servers.' },
  },
} satisfies Record<string, Explanation>;

/** What a POP3 server refuses, or what keeps it from being asked. Exchange Online's replies as seen on the wire; codes in brackets: RFC 2449, RFC 3206. */
export const pop3Explanations = { ...pop3ConnectionExplanations, ...refused };

function accessScript(params: Params): string {
  const { data: inCloud = 'global' } = cloud.safeParse(params['cloud']);
  const text = (name: string) => String(params[name] ?? '');
  return pop3AccessScript({ cloud: inCloud, applicationId: text('applicationId'), objectId: text('objectId'), mailboxes: [text('mailbox')] });
}
