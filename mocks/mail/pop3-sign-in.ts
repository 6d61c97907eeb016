import type { MailPlace } from './places.ts';
import type { Clock } from '../../server/ports.ts';
import { mailboxState } from '../microsoft/mailboxes.ts';
import type { PlayedMicrosoft } from '../microsoft/state.ts';
import type { SignInKind } from '../scenarios/scenario.ts';
import type { Presented } from './exchange.ts';

const wrongPassword = 'wrong';

/** With what somebody signs in, and whether that opens the mailbox: at Exchange Online an application's token with its role, for the mailboxes of its tenant that it may open, and no password; at the company's own server every password but the word “wrong”. */
export async function opensMailbox(microsoft: PlayedMicrosoft, clock: Clock, kind: MailPlace['kind'], credentials: Presented): Promise<{ by: SignInKind; opens: boolean }> {
  const { user } = credentials;
  if (!('accessToken' in credentials)) return { by: 'password', opens: kind === 'relay' && user !== '' && credentials.password !== '' && credentials.password !== wrongPassword };
  const known = (await microsoft.read()).accessTokens.find(({ token }) => token === credentials.accessToken);
  if (!known || !('roles' in known.grant)) return { by: 'token', opens: false };
  const { roles, tenantGuid } = known.grant;
  const isGood = kind === 'exchange' && known.expiresAt > clock.now().getTime() && roles.includes('POP.AccessAsApp');
  return { by: 'application-token', opens: isGood && (await mailboxState(user, tenantGuid)) === 'there' };
}

/** Name and password or token of a SASL response, base64; null where it is none of this mechanism. */
export function readBlob(mechanism: string, blob: string): Presented | null {
  const text = decoded(blob);
  if (mechanism !== 'XOAUTH2') {
    const [, user, password, ...more] = text.split('\u0000');
    return user === undefined || password === undefined || more.length > 0 ? null : { user, password };
  }
  const [user = '', bearer = '', ...end] = text.split('\u0001');
  return user.startsWith('user=') && bearer.startsWith('auth=Bearer ') && end.length === 2 ? { user: user.slice(5), accessToken: bearer.slice(12) } : null;
}

function decoded(base64: string): string {
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(base64) || base64.length % 4 !== 0) return '';
  return new TextDecoder().decode(Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0)));
}
