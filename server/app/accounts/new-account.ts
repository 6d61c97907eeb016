import type { Confidential } from '../../confidential.ts';
import type { Ports } from '../../ports.ts';
import type { Account } from '../../account-rows.ts';
import { newId } from '../ids.ts';

/** A new account with this password, in no store yet. */
export async function newAccount({ random, clock, secrets }: Pick<Ports, 'random' | 'clock' | 'secrets'>, { password, ...given }: Pick<Account, 'username' | 'email' | 'role' | 'language' | 'mustChangePassword' | 'disabled'> & { password: Confidential }): Promise<Account> {
  const passwordHash = await secrets.hashPassword(password);
  const now = clock.now().toISOString();
  return { ...given, id: newId(random), passwordHash, passwordChangedAt: now, createdAt: now, version: 1, lastSignInAt: null };
}
