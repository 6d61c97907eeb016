import { requestAnswers } from './answers.ts';
import type { Scenario } from './scenario.ts';

/** What an application that signs in by itself can meet. */
export const applicationScenarios: readonly Scenario[] = [
  {
    id: 'secret-wrong',
    sentence: { en: 'Application: the client secret is wrong (AADSTS7000215).', de: 'Anwendung: Das Clientgeheimnis ist falsch (AADSTS7000215).' },
    source: 'keycloak#31294',
    application: { refused: requestAnswers.secretWrong },
  },
  {
    id: 'secret-expired',
    sentence: { en: 'Application: the client secret has expired (AADSTS7000222).', de: 'Anwendung: Das Clientgeheimnis ist abgelaufen (AADSTS7000222).' },
    source: 'vsts-release-aas#119',
    application: {
      refused: {
        status: 401,
        error: 'invalid_client',
        code: 7000222,
        text: "The provided client secret keys for app '{app}' are expired. Visit the Azure portal to create new keys for your app: https://aka.ms/NewClientSecret, or consider using certificate credentials for added security: https://aka.ms/certCreds.",
      },
    },
  },
  {
    id: 'role-missing',
    sentence: { en: 'Application: the token holds no role, since nobody has consented.', de: 'Anwendung: Das Token enthält keine Rolle, weil niemand zugestimmt hat.' },
    source: 'learn.microsoft.com, access token claims',
    application: { roles: [] },
  },
  {
    id: 'opaque-token',
    sentence: { en: 'Application: the token is opaque, nobody but Microsoft can read it.', de: 'Anwendung: Das Token ist undurchsichtig, nur Microsoft kann es lesen.' },
    source: 'learn.microsoft.com, access tokens: their format is the resource’s own affair',
    application: { opaque: true },
  },
  {
    id: 'tenant-alias-refused',
    sentence: { en: 'Application: an alias is no tenant (AADSTS9001023).', de: 'Anwendung: Ein Alias ist kein Mandant (AADSTS9001023).' },
    source: 'microsoft-authentication-library-for-java#382',
    application: { refused: requestAnswers.tenantAlias },
  },
  {
    id: 'service-principal-missing',
    sentence: { en: 'Application: Exchange does not know its service principal (535 5.7.3).', de: 'Anwendung: Exchange kennt ihren Dienstprinzipal nicht (535 5.7.3).' },
    source: 'learn.microsoft.com, SMTP with OAuth',
    smtp: { command: 'AUTH', signIn: 'application-token', reply: '535 5.7.3 Authentication unsuccessful [{host} {now} {id}]' },
  },
];
