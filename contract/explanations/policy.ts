import type { Explanation } from './explanation.ts';

const signInLogs = { to: 'sign-in-logs', text: { en: 'Sign-in logs', de: 'Anmeldeprotokolle' } } as const;
const conditionalAccess = { to: 'conditional-access', text: { en: 'Conditional Access policies', de: 'Richtlinien für bedingten Zugriff' } } as const;
const instead = {
  en: 'Or use Microsoft OAuth 2.0 as application, which needs no sign-in.',
  de: 'Oder verwenden Sie Microsoft OAuth 2.0 als Anwendung; das braucht keine Anmeldung.',
};

/** What a policy of the tenant forbids, and how a sign-in that worked comes to its end. */
export const policyExplanations = {
  'mfa-needed': {
    match: { aadsts: [50076, 50074, 50158] },
    source: 'microsoft-graph-docs#6311',
    owner: 'telephone-admin',
    retry: 'no',
    cause: { en: 'Microsoft asks for multi-factor authentication.', de: 'Microsoft verlangt die mehrstufige Authentifizierung.' },
    fix: { en: 'Sign in again and finish the second factor in the browser.', de: 'Melden Sie sich erneut an und schließen Sie den zweiten Faktor im Browser ab.' },
  },
  'mfa-registration-needed': {
    match: { aadsts: [50079, 50072] },
    source: 'azure-activedirectory-library-for-nodejs#151',
    owner: 'telephone-admin',
    retry: 'no',
    cause: { en: 'The account must register for multi-factor authentication first.', de: 'Das Konto muss sich zuerst für die mehrstufige Authentifizierung registrieren.' },
    fix: {
      en: 'Sign in as this account at https://aka.ms/mfasetup, register a second factor, then sign in here again.',
      de: 'Melden Sie sich mit diesem Konto unter https://aka.ms/mfasetup an, richten Sie einen zweiten Faktor ein, dann hier erneut anmelden.',
    },
  },
  'mfa-expired': {
    match: { aadsts: [50078] },
    source: 'SocialiteProviders#998',
    owner: 'telephone-admin',
    retry: 'no',
    offer: 'application-method',
    cause: { en: 'The remembered multi-factor authentication has become too old for a policy of the tenant.', de: 'Die gemerkte mehrstufige Authentifizierung ist für eine Richtlinie des Mandanten zu alt.' },
    fix: {
      en: `Sign in again. It will come back as often as the policy says; an exception for this account ends that. ${instead.en}`,
      de: `Melden Sie sich erneut an. Das wiederholt sich, so oft es die Richtlinie vorsieht; eine Ausnahme für dieses Konto beendet das. ${instead.de}`,
    },
  },
  'device-code-blocked': {
    match: { aadsts: [53003] },
    source: 'MSOLSpray#5',
    owner: 'entra-admin',
    retry: 'no',
    link: signInLogs,
    offer: 'application-method',
    cause: {
      en: 'A Conditional Access policy of the tenant blocks this sign-in; often it is the one that blocks device codes.',
      de: 'Eine Richtlinie für bedingten Zugriff im Mandanten blockiert diese Anmeldung; oft ist es die, die Gerätecodes sperrt.',
    },
    fix: {
      en: `Entra ID → Sign-in logs shows which policy it was. Exclude this account from it (Conditional Access → Policies, often “Block device code flow”), then sign in again. ${instead.en}`,
      de: `Entra ID → Anmeldeprotokolle zeigt, welche Richtlinie es war. Nehmen Sie dieses Konto davon aus (Bedingter Zugriff → Richtlinien, oft „Gerätecodeflow blockieren“), dann erneut anmelden. ${instead.de}`,
    },
  },
  'device-code-session-blocked': {
    match: { aadsts: [530036] },
    source: 'learn.microsoft.com, authentication transfer',
    owner: 'entra-admin',
    retry: 'no',
    link: conditionalAccess,
    offer: 'application-method',
    cause: {
      en: 'A policy of the tenant now blocks device codes, and sign-ins that were made with one. This sign-in cannot be used any more.',
      de: 'Eine Richtlinie des Mandanten sperrt jetzt Gerätecodes und die Anmeldungen, die damit gemacht wurden. Diese Anmeldung ist nicht mehr zu gebrauchen.',
    },
    fix: {
      en: `Conditional Access → Policies → “Block device code flow”: exclude this account, then sign in again. ${instead.en}`,
      de: `Bedingter Zugriff → Richtlinien → „Gerätecodeflow blockieren“: dieses Konto ausnehmen, dann erneut anmelden. ${instead.de}`,
    },
  },
  'blocked-by-policy': {
    match: { aadsts: [530032, 50131, 53002, 53004] },
    source: 'learn.microsoft.com, Entra error codes',
    owner: 'entra-admin',
    retry: 'no',
    link: signInLogs,
    cause: { en: 'A security policy of the tenant blocks this sign-in.', de: 'Eine Sicherheitsrichtlinie des Mandanten blockiert diese Anmeldung.' },
    fix: {
      en: 'Entra ID → Sign-in logs shows which policy it was, and why. Make an exception for this account (Conditional Access → Policies), then sign in again.',
      de: 'Entra ID → Anmeldeprotokolle zeigt, welche Richtlinie es war und warum. Richten Sie eine Ausnahme für dieses Konto ein (Bedingter Zugriff → Richtlinien), dann erneut anmelden.',
    },
  },
  'device-not-compliant': {
    match: { aadsts: [53000, 53001, 50097] },
    source: 'learn.microsoft.com, Entra error codes',
    owner: 'entra-admin',
    retry: 'no',
    link: signInLogs,
    cause: {
      en: 'A policy of the tenant wants a managed or registered device. With a code the telephone system counts as the device, and it is none.',
      de: 'Eine Richtlinie des Mandanten verlangt ein verwaltetes oder registriertes Gerät. Bei einem Code gilt die Telefonanlage als das Gerät, und sie ist keines.',
    },
    fix: {
      en: 'Exclude this account from the policy (Conditional Access → Policies; Entra ID → Sign-in logs names it), then sign in again.',
      de: 'Nehmen Sie dieses Konto von der Richtlinie aus (Bedingter Zugriff → Richtlinien; Entra ID → Anmeldeprotokolle nennt sie), dann erneut anmelden.',
    },
  },
  'blocked-by-security-defaults': {
    match: { aadsts: [530035] },
    source: 'answers of 2026 in public logs',
    owner: 'entra-admin',
    retry: 'no',
    link: conditionalAccess,
    offer: 'application-method',
    cause: { en: 'The security defaults of the tenant block this sign-in.', de: 'Die Sicherheitsstandards des Mandanten blockieren diese Anmeldung.' },
    fix: {
      en: `Replace the security defaults by Conditional Access policies with an exception for this account, then sign in again. ${instead.en}`,
      de: `Ersetzen Sie die Sicherheitsstandards durch Richtlinien für bedingten Zugriff mit einer Ausnahme für dieses Konto, dann erneut anmelden. ${instead.de}`,
    },
  },
  'sign-in-revoked': {
    match: { aadsts: [50173] },
    source: 'azure-cli#16745',
    owner: 'telephone-admin',
    retry: 'no',
    cause: { en: 'Microsoft has revoked the sign-in, often after a change of the password.', de: 'Microsoft hat die Anmeldung widerrufen, oft nach einer Kennwortänderung.' },
    fix: { en: 'Sign in again.', de: 'Melden Sie sich erneut an.' },
  },
  'sign-in-inactive': {
    match: { aadsts: [700082, 70008] },
    source: 'foundry-dev-tools#707',
    owner: 'telephone-admin',
    retry: 'no',
    cause: { en: 'The sign-in has ended because it was not used for 90 days.', de: 'Die Anmeldung ist beendet, weil sie 90 Tage lang nicht benutzt wurde.' },
    fix: { en: 'Sign in again. Postern keeps it alive as long as it runs.', de: 'Melden Sie sich erneut an. Postern erhält die Anmeldung, solange es läuft.' },
  },
  'sign-in-frequency': {
    match: { aadsts: [70043] },
    source: 'email-oauth2-proxy#181',
    owner: 'telephone-admin',
    retry: 'no',
    cause: { en: 'A Conditional Access policy of the tenant limits how long a sign-in lasts, and this one has ended.', de: 'Eine Richtlinie für bedingten Zugriff begrenzt, wie lange eine Anmeldung gilt, und diese ist zu Ende.' },
    fix: {
      en: `Sign in again. It will come back as often as the policy says; an exception from “Sign-in frequency” for this account ends that. ${instead.en}`,
      de: `Melden Sie sich erneut an. Das wiederholt sich, so oft es die Richtlinie vorsieht; eine Ausnahme von der „Anmeldehäufigkeit“ für dieses Konto beendet das. ${instead.de}`,
    },
    offer: 'application-method',
  },
} satisfies Record<string, Explanation>;
