import type { ApplicationGrant, Grant, PlayedMicrosoft } from './state.ts';
import { audience } from './tokens.ts';

/** What is wrong with a request's token; `missing` where there is none. */
export type TokenFault = 'missing' | 'unknown' | 'expired' | 'other-audience';

// Exchange Online's other name, for which a token is as good.
const aliases: Record<string, string> = { 'https://outlook.office.com': 'https://outlook.office365.com' };

/** Whom a request's token was issued to, or what is wrong with it. `origin` is the resource that it must be for; `now` in milliseconds. */
export async function readBearer(microsoft: PlayedMicrosoft, header: string | undefined, origin: string, now: number): Promise<Grant | ApplicationGrant | TokenFault> {
  const [, token] = /^Bearer +(\S+)$/i.exec(header ?? '') ?? [];
  if (!token) return 'missing';
  const known = (await microsoft.read()).accessTokens.find((one) => one.token === token);
  if (!known) return 'unknown';
  if (known.expiresAt <= now) return 'expired';
  const resource = audience(known.grant.scope);
  return (aliases[resource] ?? resource) === origin ? known.grant : 'other-audience';
}
