import * as z from 'zod/mini';
import { cloud } from '../../../contract/cloud.ts';
import { emailAddress, text, timestamp } from '../../../contract/fields.ts';
import type { CurrentSignIn, Repositories, SignInRow } from '../../store.ts';
import type { Part, StoredItem } from '../backup/part.ts';
import type { Context } from '../context.ts';
import { readSettings } from '../email-forwarding/settings.ts';
import { checked } from '../http/body.ts';
import { fitTo } from './fit.ts';
import { functionName, readRow, sealing } from './rows.ts';

const line = text().check(z.maxLength(4096, 'too-long'));

const signIn = z.strictObject({
  account: emailAddress,
  target: z.strictObject({ cloud, tenantId: line, applicationId: line }),
  tenantGuid: z.nullable(line),
  scope: line,
  authorizedAt: timestamp,
  accessTokenExpiresAt: timestamp,
  lastRefreshAt: z.nullable(timestamp),
  lastUsedAt: timestamp,
  nextRefreshAt: timestamp,
  mailUser: z.nullable(line),
});

/** The sign-in of E-mail forwarding with its tokens. What is pending belongs to no backup. */
export const signInBackup: Part = {
  name: 'sign-in',
  onlySealed: true,
  async read(rows, { ports }) {
    const { current } = await readRow(rows);
    if (!current) return [];
    const { sealedAccessToken, sealedRefreshToken, failures: _failures, fault: _fault, mailUser = null, ...value } = current;
    const changedAt = current.lastRefreshAt ?? current.authorizedAt;
    const open = (sealed: string, context: string) => ports.secrets.open(sealed, context).catch(() => null);
    // A refresh makes no other sign-in of it.
    const mark = current.authorizedAt;
    const secrets: StoredItem['secrets'] = {
      accessToken: { changedAt, mark, open: () => open(sealedAccessToken, sealing.accessToken) },
      refreshToken: { changedAt, mark, open: () => open(sealedRefreshToken, sealing.refreshToken) },
    };
    return [{ id: functionName, value: { ...value, mailUser }, secrets }];
  },
  check: (_context, { value }) => checked(signIn, value),
  nameOf: ({ value }) => String(value['account']),
  // The tokens of the same sign-in that are stored are the newer ones.
  isSame: (item, stored) => item.value['authorizedAt'] === stored.value['authorizedAt'] && item.value['account'] === stored.value['account'],
  async write({ ports }, [item]) {
    const { accessToken, refreshToken } = item?.secrets ?? {};
    if (!item || !accessToken || !refreshToken) return async () => {};
    const { mailUser, ...rest } = signIn.parse(item.value);
    const current: CurrentSignIn = {
      ...rest,
      mailUser,
      sealedAccessToken: await ports.secrets.seal(accessToken.plain, sealing.accessToken),
      sealedRefreshToken: await ports.secrets.seal(refreshToken.plain, sealing.refreshToken),
      failures: 0,
      fault: null,
    };
    return (rows) => change(rows, (row) => ({ ...row, current, other: null, outcome: null }));
  },
  remove: ({ ports }, rows) =>
    change(rows, (row) => ({ ...row, current: null, other: null, outcome: { state: 'sign-in-required', at: ports.clock.now().toISOString(), diagnosis: { code: 'sign-in-not-in-backup', params: {} } } })),
};

/** After a restore: ends each try to sign in, and the sign-in where the settings are for another one. */
export async function settleSignIn({ ports }: Context, rows: Repositories): Promise<void> {
  const { configured, settings } = await readSettings(rows);
  const row = await readRow(rows);
  const settled = configured ? fitTo({ ...row, pending: null, other: null }, settings, ports.clock.now()) : { ...row, pending: null, current: null, other: null, outcome: null };
  if (JSON.stringify(settled) !== JSON.stringify(row)) await change(rows, () => settled);
}

async function change(rows: Repositories, to: (row: SignInRow) => SignInRow): Promise<void> {
  const row = await readRow(rows);
  await rows.signIns.put(functionName, { ...to(row), version: row.version + 1 });
}
