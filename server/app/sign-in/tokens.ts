import type { Confidential } from '../../confidential.ts';
import type { CurrentSignIn } from '../../store.ts';
import type { Context } from '../context.ts';
import type { Tokens } from './oauth.ts';
import { sealing } from './rows.ts';

const early = 5 * 60_000;
// Many systems that were started together do not all ask at the same second.
const mostJitter = 2 * 60_000;

/** The part of a sign-in's row that new tokens make, sealed. Refreshed five to seven minutes before the end, or at half of a short life. */
export async function sealTokens({ ports }: Context, tokens: Tokens & { refreshToken: Confidential }, now: Date) {
  const life = tokens.expiresIn * 1000;
  const jitter = ((ports.random.bytes(1)[0] ?? 0) / 255) * mostJitter;
  return {
    sealedAccessToken: await ports.secrets.seal(tokens.accessToken, sealing.accessToken),
    sealedRefreshToken: await ports.secrets.seal(tokens.refreshToken, sealing.refreshToken),
    scope: tokens.scope,
    accessTokenExpiresAt: new Date(now.getTime() + life).toISOString(),
    nextRefreshAt: new Date(now.getTime() + Math.max(life - early - jitter, life / 2)).toISOString(),
    lastUsedAt: now.toISOString(),
    failures: 0,
    fault: null,
  } satisfies Partial<CurrentSignIn>;
}
