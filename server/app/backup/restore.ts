import { backupParts, type RestorePlan } from '../../../contract/backup.ts';
import type { Repositories } from '../../store.ts';
import { forgetRenewals } from '../applications/renewal/renewals.ts';
import { cancelRunUnderWay } from '../check-runs/check-runs.ts';
import { cancelChecks } from '../checks/cancel.ts';
import type { Context } from '../context.ts';
import { recordIn } from '../events/record.ts';
import { etag } from '../http/etag.ts';
import { ProblemError } from '../http/problem.ts';
import { settleSignIn } from '../sign-in/backup.ts';
import type { Write } from './part.ts';
import { parts, readStored, readStoredIn } from './parts.ts';
import { planRestore, versionOf, type Plan, type Restoring } from './plan.ts';

/** What a restore would change. Raises `backup-invalid`. */
export async function previewRestore(context: Context, asked: Restoring): Promise<RestorePlan> {
  return (await planRestore(context, asked, await readStored(context))).shown;
}

/**
 * Restores a backup, all of it or nothing; answers what was changed. Checks that run or wait are cancelled, renewals and tries to sign in are ended, and so are all sessions but the caller's.
 * `ifMatch` is the ETag of the preview. Raises `backup-invalid`, and 412 with a new preview where something has changed since it.
 */
export async function restoreBackup(context: Context, asked: Restoring, ifMatch: string | undefined): Promise<RestorePlan> {
  const { ports } = context;
  const plan = await planRestore(context, asked, await readStored(context));
  if (ifMatch !== undefined && ifMatch !== etag(plan.shown.version)) throw changedMeanwhile(plan.shown);
  const writes = await prepare(context, plan);
  const isDone = await ports.store.transaction(async (rows) => {
    const stored = await readStoredIn(rows, context);
    if ((await versionOf(asked.backup, stored)) !== plan.shown.version) return false;
    const session = await rows.sessions.get(asked.caller.session);
    for (const { id } of stored.get('accounts') ?? []) await rows.sessions.deleteOf(id);
    await forgetRenewals(rows);
    await apply(context, rows, plan, writes);
    await cancelRunUnderWay(rows, context, asked.caller.username);
    await cancelChecks(rows, () => true, ports.clock.now());
    await settleSignIn(context, rows);
    if (session) await rows.sessions.put(session);
    await recordIn(rows, ports, { kind: 'backup-restored', function: null, actor: asked.caller.username, params: { madeAt: asked.backup.madeAt, madeBy: asked.backup.madeBy, ...countsOf(plan.shown) } });
    return true;
  });
  if (!isDone) throw changedMeanwhile(await previewRestore(context, asked));
  return plan.shown;
}

// Sealing takes its time: not while the store waits.
async function prepare(context: Context, { written }: Plan): Promise<Write[]> {
  const writes: Write[] = [];
  for (const part of backupParts) writes.push(await parts[part].write(context, written.get(part) ?? []));
  return writes;
}

async function apply(context: Context, rows: Repositories, { removed }: Plan, writes: readonly Write[]): Promise<void> {
  for (const part of backupParts.toReversed()) for (const id of removed.get(part) ?? []) await parts[part].remove(context, rows, id);
  for (const write of writes) await write(rows);
}

function countsOf({ sections }: RestorePlan): Record<'added' | 'changed' | 'removed', number> {
  const sum = (count: 'added' | 'changed' | 'removed') => sections.reduce((all, section) => all + section[count], 0);
  return { added: sum('added'), changed: sum('changed'), removed: sum('removed') };
}

function changedMeanwhile(current: RestorePlan): ProblemError {
  return new ProblemError('changed-meanwhile', { current, detail: 'Something has changed since the preview: look at the new one.' });
}
