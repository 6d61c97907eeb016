import { basicAuthenticationEnd } from '../../../contract/basic-retirement.ts';
import type { EmailForwarding } from '../../../contract/email-forwarding.ts';
import { ewsRetirement } from '../../../contract/ews-retirement.ts';
import type { Provider } from '../../../contract/external-providers.ts';
import type { FunctionEnd } from '../../../contract/functions.ts';
import { secretEnd } from '../../contact-center-keys.ts';
import type { PilotRow } from '../../contact-center-rows.ts';
import type { SignInRow } from '../../store.ts';
import { endOf } from '../sign-in/show.ts';
import { soonAfter } from './soon.ts';

/** What ends of E-mail forwarding as it is saved. A server that asks for no sign-in has no Basic authentication to end. */
export function endsOfForwarding({ authMethod, clientSecretExpiresAt, username, smtp }: EmailForwarding, { current }: SignInRow): FunctionEnd[] {
  if (authMethod === 'basic') return username ? endsAt('basic-authentication', basicAuthenticationEnd(smtp.host, 'sending')) : [];
  if (authMethod === 'microsoft-oauth') return endsAt('sign-in', current && endOf(current));
  return endsAt('client-secret', clientSecretExpiresAt);
}

/** What ends of an external provider as it is saved. */
export function endsOfProvider({ authMethod, access, server, clientSecretExpiresAt }: Provider, now: Date): FunctionEnd[] {
  const host = URL.canParse(server) ? new URL(server).hostname : '';
  const retirement = access === 'ews' ? ewsRetirement(now, server) : null;
  const ofMethod = authMethod === 'basic' ? endsAt('basic-authentication', basicAuthenticationEnd(host, 'reading')) : endsAt('client-secret', clientSecretExpiresAt);
  return [...ofMethod, ...endsAt('ews', retirement && new Date(retirement.goneFrom).toISOString())].sort((a, b) => a.at.localeCompare(b.at));
}

/** What ends of an e-mail pilot. */
export function endsOfPilot({ email }: Pick<PilotRow, 'email'>): FunctionEnd[] {
  return email?.authMethod === 'basic' ? endsAt('basic-authentication', basicAuthenticationEnd(email.server, 'reading')) : endsAt('client-secret', secretEnd({ email }));
}

/**
 * Does this end make a warning: within 30 days, or past? What Microsoft switches off does so before its day only: whether it still works afterwards is what the checks say, since an administrator
 * may have had it switched on again.
 */
export function warns({ what, at }: FunctionEnd, now: Date): boolean {
  const isSwitchedOff = what === 'basic-authentication' || what === 'ews';
  return at < soonAfter(now) && !(isSwitchedOff && at <= now.toISOString());
}

function endsAt(what: FunctionEnd['what'], at: string | null): FunctionEnd[] {
  return at === null ? [] : [{ what, at }];
}
