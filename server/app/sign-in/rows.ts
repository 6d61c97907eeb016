import type { EmailForwarding } from '../../../contract/email-forwarding.ts';
import type { Context } from '../context.ts';
import { recordIn, type NewEvent } from '../events/record.ts';
import type { Repositories, SignInRow } from '../../store.ts';

export const functionName = 'email-forwarding';
export const sealing = {
  deviceCode: 'email-forwarding/device-code',
  accessToken: 'email-forwarding/access-token',
  refreshToken: 'email-forwarding/refresh-token',
};

const none: SignInRow = { version: 0, pending: null, current: null, other: null, outcome: null };

/** The sign-in's row, or an empty one. */
export async function readRow(rows: Repositories): Promise<SignInRow> {
  return (await rows.signIns.get(functionName)) ?? none;
}

/** Changes the sign-in's row in one transaction, with the event that tells of it; `change` answers null to leave it as it is. The version goes up by one. */
export function changeRow(context: Context, change: (row: SignInRow, rows: Repositories) => Promise<SignInRow | null> | SignInRow | null, event?: () => NewEvent | null): Promise<boolean> {
  return context.ports.store.transaction(async (rows) => {
    const row = await readRow(rows);
    const next = await change(row, rows);
    if (!next) return false;
    await rows.signIns.put(functionName, { ...next, version: row.version + 1 });
    const happened = event?.();
    if (happened) await recordIn(rows, context.ports, happened);
    return true;
  });
}

/** Who is expected to sign in. */
export function expectedAccount(settings: Pick<EmailForwarding, 'emailAddress' | 'signInAs'>): string {
  return settings.signInAs ?? settings.emailAddress;
}

/** Is this the expected account? Sign-in names are compared without case. */
export function isExpected(account: string, settings: Pick<EmailForwarding, 'emailAddress' | 'signInAs'>): boolean {
  return account.toLowerCase() === expectedAccount(settings).toLowerCase();
}
