import { clouds } from '../../../contract/clouds.ts';
import { emailForwarding, emailForwardingDefaults, type EmailForwarding, type EmailForwardingInput } from '../../../contract/email-forwarding.ts';
import type { Config } from '../../config.ts';
import type { Repositories, SignInRow, SignInTarget } from '../../store.ts';
import type { Context } from '../context.ts';
import { recordIn } from '../events/record.ts';
import { fieldProblem, ProblemError } from '../http/problem.ts';
import { sameTarget } from '../sign-in/authority.ts';
import { fateOf, showSecret, storeSecret } from '../secrets/bound-secret.ts';
import { changeRow, functionName, isExpected, targetOf } from '../sign-in/rows.ts';
import { passwordOf } from './password.ts';

const untouched = '0';
const passwordName = passwordOf(emailForwardingDefaults).name;

/** The settings with their version; defaults with version 0 where nothing is stored. */
export async function readSettings(rows: Repositories): Promise<{ configured: boolean; settings: EmailForwarding; version: string }> {
  const stored = await rows.settings.get(functionName);
  if (!stored) return { configured: false, settings: emailForwardingDefaults, version: untouched };
  const password = showSecret(await rows.secrets.get(passwordName));
  const settings = emailForwarding.parse({ ...emailForwardingDefaults, ...Object(stored.value), configured: true, changedAt: stored.changedAt, password });
  return { configured: true, settings, version: stored.version };
}

/** The ETag of a version. */
export function etag(version: string): string {
  return `"${version}"`;
}

/**
 * Replaces the settings where `ifMatch` is their ETag; answers the pointers of secrets that were removed since their place is gone.
 * Raises 428, 412 with what is stored, or 422 for a mail server that a token must not go to, and for a password that was entered for another place.
 */
export async function saveSettings(context: Context, input: EmailForwardingInput, ifMatch: string | undefined, actor: string): Promise<string[]> {
  if (ifMatch === undefined) throw new ProblemError('if-match-needed');
  checkMailHost(context.config, input);
  const { ports } = context;
  const removed: string[] = [];
  await changeRow(context, async (row, rows) => {
    const { settings, version } = await readSettings(rows);
    if (!matches(ifMatch, version)) throw new ProblemError('changed-meanwhile', { current: settings, headers: { ETag: etag(version) } });
    const { password, ...rest } = input;
    const value = {
      ...rest,
      signInAs: input.signInAs ?? null,
      username: input.username ?? settings.username,
      tenantId: input.tenantId ?? settings.tenantId,
      applicationId: input.applicationId ?? settings.applicationId,
    };
    const secret = passwordOf(value);
    const fate = fateOf(password, await rows.secrets.get(secret.name), secret);
    await storeSecret(ports, rows, secret, fate);
    if (fate.kind === 'removed') removed.push(secret.pointer);
    // The counter goes on after a removal, so that an ETag is never met twice.
    await rows.settings.put(functionName, { value, version: String(Number(version) + 1), changedAt: ports.clock.now().toISOString() });
    await recordIn(rows, ports, { kind: 'settings-saved', function: functionName, actor, params: {} });
    return row.version === 0 ? null : fitTo(row, value, ports.clock.now());
  });
  return removed;
}

/** Removes settings and sign-in where `ifMatch` is their ETag. */
export async function removeSettings(context: Context, ifMatch: string | undefined, actor: string): Promise<void> {
  if (ifMatch === undefined) throw new ProblemError('if-match-needed');
  await changeRow(context, async (row, rows) => {
    const { settings, version } = await readSettings(rows);
    if (!matches(ifMatch, version)) throw new ProblemError('changed-meanwhile', { current: settings, headers: { ETag: etag(version) } });
    await rows.settings.delete(functionName);
    await rows.secrets.delete(passwordName);
    await recordIn(rows, context.ports, { kind: 'settings-removed', function: functionName, actor, params: {} });
    return { ...row, pending: null, current: null, other: null, outcome: null };
  });
}

/** A token goes to the mail servers of its cloud only, and to trusted hosts; a password to where it was entered for. Raises 422; `at` is where the settings stand in the body. */
export function checkMailHost({ trustedHosts }: Config, { authMethod, cloud, smtp }: Pick<EmailForwardingInput, 'authMethod' | 'cloud' | 'smtp'>, at = ''): void {
  if (authMethod === 'basic') return;
  const host = smtp.host.toLowerCase();
  if (clouds[cloud].mailHosts.includes(host) || trustedHosts.includes(host)) return;
  throw fieldProblem(`${at}/smtp/host`, 'foreign-mail-host', `A token of Microsoft is sent to ${clouds[cloud].mailHosts.join(', ')} only. POSTERN_TRUSTED_HOSTS names further hosts.`);
}

// What of a sign-in still holds under new settings: nothing for another target; otherwise who is expected is looked at anew.
function fitTo(former: SignInRow, settings: Pick<EmailForwarding, 'authMethod' | 'cloud' | 'tenantId' | 'applicationId' | 'emailAddress' | 'signInAs'>, now: Date): SignInRow {
  // Under another method nobody waits for a code; a sign-in is kept for the day on which it is wanted again.
  const row = settings.authMethod === 'basic' ? { ...former, pending: null } : former;
  const target = targetOf(settings);
  const fits = (part: { target: SignInTarget } | null) => part === null || sameTarget(part.target, target);
  if (!fits(row.pending) || !fits(row.current) || !fits(row.other)) {
    return { ...row, pending: null, current: null, other: null, outcome: { state: 'sign-in-required', at: now.toISOString(), diagnosis: { code: 'sign-in-target-changed', params: {} } } };
  }
  if (row.other && isExpected(row.other.account, settings)) return { ...row, current: row.other, other: null, outcome: null };
  // How a try under the former settings ended says nothing about these.
  return { ...row, outcome: row.outcome?.state === 'sign-in-required' ? row.outcome : null };
}

function matches(ifMatch: string, version: string): boolean {
  return ifMatch.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag(version));
}
