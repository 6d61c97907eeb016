import type { Authorization } from '../../../contract/authorization.ts';
import type { Language } from '../../../contract/fields.ts';
import type { Confidential } from '../../confidential.ts';
import type { CurrentSignIn, SignInTarget } from '../../store.ts';
import type { Carried } from '../checks/permission.ts';
import type { Context } from '../context.ts';
import { ProblemError } from '../http/problem.ts';
import { readSettings } from '../email-forwarding/settings.ts';
import { keepSignIns } from './keeper.ts';
import { refresh, RefreshFailure } from './refresh.ts';
import { requestCode } from './request.ts';
import { changeRow, functionName, readRow, sealing } from './rows.ts';
import { showAuthorization } from './show.ts';
import { sameTarget } from './target.ts';

const usable = 60_000;
const rememberEveryMs = 10 * 60_000;

export type SignIns = ReturnType<typeof createSignIns>;

/** The sign-in at Microsoft: asked for, watched, kept alive, ended. */
export function createSignIns(context: Context) {
  const { ports } = context;
  let requesting: Promise<void> | null = null;
  let refreshing: Promise<Confidential> | null = null;

  // Whoever needs it at the same time shares one refresh.
  function refreshOnce(current: CurrentSignIn): Promise<Confidential> {
    refreshing ??= refresh(context, current).finally(() => {
      refreshing = null;
    });
    return refreshing;
  }

  async function refreshDue(): Promise<void> {
    const { current } = await ports.store.transaction(readRow);
    if (!current) return;
    await refreshOnce(current).catch((error: unknown) => {
      if (!(error instanceof RefreshFailure)) throw error;
    });
  }

  return {
    /** The sign-in for a reader of this language and role. */
    async show(language: Language, maySignIn: boolean): Promise<Authorization> {
      return ports.store.transaction(async (rows) => {
        const { settings } = await readSettings(rows);
        return showAuthorization(await readRow(rows), settings, { now: ports.clock.now(), language, maySignIn });
      });
    },

    /** A code: the pending one, or with `renew` a new one. Those who ask at the same time get the same. Raises 409 `not-configured`. */
    async request({ renew, language, actor }: { renew: boolean; language: Language; actor: string }): Promise<void> {
      requesting ??= requestCode(context, { renew, language, actor }).finally(() => {
        requesting = null;
      });
      await requesting;
    },

    /** Takes the other account that signed in as the one that sends for this mailbox, and writes it to the settings. Raises 409 `no-sign-in`. */
    async keep(actor: string): Promise<void> {
      let account = '';
      const kept = await changeRow(context, async (row, rows) => {
        if (!row.other) return null;
        const stored = await rows.settings.get(functionName);
        if (!stored?.value) return null;
        account = row.other.account;
        const version = String(Number(stored.version) + 1);
        await rows.settings.put(functionName, { value: { ...Object(stored.value), signInAs: account }, version, changedAt: ports.clock.now().toISOString() });
        return { ...row, current: row.other, other: null, outcome: null };
      }, () => ({ kind: 'other-account-kept', function: functionName, actor, params: { account } }));
      if (!kept) throw new ProblemError('no-sign-in');
    },

    /** Ends the try: a pending code, another account that waits for a decision, or the news of how the last try ended. */
    async cancel(actor: string): Promise<void> {
      let wasPending = false;
      await changeRow(context, (row) => {
        wasPending = row.pending !== null;
        const outcome = row.outcome?.state === 'sign-in-required' ? row.outcome : null;
        return row.pending || row.other || row.outcome !== outcome ? { ...row, pending: null, other: null, outcome } : null;
      }, () => (wasPending ? { kind: 'code-cancelled', function: functionName, actor, params: {} } : null));
    },

    /** Forgets the sign-in with its tokens, and any try. */
    async remove(actor: string): Promise<void> {
      const nothing = { pending: null, current: null, other: null, outcome: null };
      await changeRow(context, (row) => (row.version === 0 ? null : { ...row, ...nothing }), () => ({ kind: 'sign-in-removed', function: functionName, actor, params: {} }));
    },

    /** An access token of the sign-in for this target that lives for another minute at least. Null without a sign-in; rejects with `RefreshFailure`, also where the sign-in has ended: with the reason. */
    async accessToken(target: SignInTarget): Promise<{ accessToken: Confidential; current: CurrentSignIn; fresh: boolean } | null> {
      const { current, outcome } = await ports.store.transaction(readRow);
      if (!current && outcome?.state === 'sign-in-required') throw new RefreshFailure(outcome.diagnosis);
      if (!current || !sameTarget(current.target, target)) return null;
      const left = Date.parse(current.accessTokenExpiresAt) - ports.clock.now().getTime();
      if (left > usable) {
        const accessToken = await ports.secrets.open(current.sealedAccessToken, sealing.accessToken).catch(() => null);
        if (accessToken === null) throw new RefreshFailure({ code: 'secret-unreadable', params: {} });
        return { accessToken, current, fresh: false };
      }
      return { accessToken: await refreshOnce(current), current, fresh: true };
    },

    /** Remembers by which name the mail server took the token of this sign-in. */
    async rememberMailUser({ authorizedAt }: CurrentSignIn, mailUser: string): Promise<void> {
      await changeRow(context, (row) => (row.current?.authorizedAt === authorizedAt && row.current.mailUser !== mailUser ? { ...row, current: { ...row.current, mailUser } } : null));
    },

    /** Remembers what an application's token carried. */
    async rememberToken(target: SignInTarget, { objectId, roles, tenantGuid }: Carried): Promise<void> {
      await changeRow(context, (row) => {
        const { lastToken } = row;
        const isKnown = lastToken && sameTarget(lastToken.target, target) && lastToken.objectId === objectId && lastToken.roles.join() === roles.join();
        // Of the hourly ones only what is new is worth a write.
        if (isKnown && ports.clock.now().getTime() - Date.parse(lastToken.at) < rememberEveryMs) return null;
        return { ...row, lastToken: { target, objectId: objectId.slice(0, 100), roles: roles.slice(0, 100).map((role) => role.slice(0, 200)), at: ports.clock.now().toISOString(), tenantGuid: tenantGuid.slice(0, 100) } };
      });
    },

    /** The background work, until the signal ends it. */
    run: (signal: AbortSignal) => keepSignIns(context, refreshDue, signal),
  };
}
