import type { Answer, Scenario } from './scenario.ts';

/** The sign-in succeeds and ends seconds later: at its first renewal Microsoft says this. */
function dies(id: string, sentence: Scenario['sentence'], source: string, refresh: Answer): Scenario {
  return { id, sentence, source, tokenLifetime: 10, refresh };
}

/** How a sign-in that has worked comes to its end. */
export const refreshScenarios: readonly Scenario[] = [
  dies(
    'refresh-token-inactive',
    { en: 'Sign-in unused for 90 days: the first renewal is refused (AADSTS700082).', de: 'Anmeldung 90 Tage unbenutzt: Die erste Erneuerung wird abgelehnt (AADSTS700082).' },
    'foundry-dev-tools#707',
    { error: 'invalid_grant', code: 700082, suberror: 'bad_token', text: 'The refresh token has expired due to inactivity. The token was issued on {now} and was inactive for 90.00:00:00.' },
  ),
  dies(
    'refresh-token-revoked',
    { en: 'Sign-in revoked: the password was changed; the first renewal is refused (AADSTS50173).', de: 'Anmeldung widerrufen: Das Kennwort wurde geändert; die erste Erneuerung wird abgelehnt (AADSTS50173).' },
    'azure-cli#16745',
    {
      error: 'invalid_grant',
      code: 50173,
      suberror: 'bad_token',
      text: "The provided grant has expired due to it being revoked, a fresh auth token is needed. The user might have changed or reset their password. The grant was issued on '{now}' and the TokensValidFrom date (before which tokens are not valid) for this user is '{now}'.",
    },
  ),
  dies(
    'refresh-token-blocked',
    { en: 'Sign-in blocked afterwards: a policy now forbids device codes; the first renewal is refused (AADSTS530036).', de: 'Anmeldung nachträglich gesperrt: Eine Richtlinie verbietet jetzt Gerätecodes; die erste Erneuerung wird abgelehnt (AADSTS530036).' },
    'learn.microsoft.com, authentication transfer; the text is a guess',
    { error: 'invalid_grant', code: 530036, text: 'The refresh token does not meet the authentication flow checks of the Conditional Access policies and cannot be used.' },
  ),
  dies(
    'refresh-mfa-expired',
    { en: 'Second factor too old: the first renewal is refused (AADSTS50078).', de: 'Zweiter Faktor zu alt: Die erste Erneuerung wird abgelehnt (AADSTS50078).' },
    'SocialiteProviders#998',
    {
      error: 'invalid_grant',
      code: 50078,
      suberror: 'basic_action',
      text: "Presented multi-factor authentication has expired due to policies configured by your administrator, you must refresh your multi-factor authentication to access '00000002-0000-0ff1-ce00-000000000000'.",
    },
  ),
  dies(
    'refresh-sign-in-frequency',
    { en: 'Sign-in frequency: a policy limits how long a sign-in lasts; the first renewal is refused (AADSTS70043).', de: 'Anmeldehäufigkeit: Eine Richtlinie begrenzt die Dauer; die erste Erneuerung wird abgelehnt (AADSTS70043).' },
    'email-oauth2-proxy#181',
    {
      error: 'invalid_grant',
      code: 70043,
      suberror: 'token_expired',
      text: 'The refresh token has expired or is invalid due to sign-in frequency checks by conditional access. The token was issued on {now} and the maximum allowed lifetime for this request is 3600.',
    },
  ),
];
