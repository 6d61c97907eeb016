import { clouds } from '../../../contract/clouds.ts';
import { emailForwarding, emailForwardingDefaults, type EmailForwarding, type EmailForwardingInput } from '../../../contract/email-forwarding.ts';
import type { Config } from '../../config.ts';
import type { Clock } from '../../ports.ts';
import type { Repositories } from '../../store.ts';
import type { Context } from '../context.ts';
import { recordIn } from '../events/record.ts';
import { fieldProblem, ProblemError } from '../http/problem.ts';
import { fateOf, showSecret, storeSecret } from '../secrets/bound-secret.ts';
import { fitTo } from '../sign-in/fit.ts';
import { changeRow, functionName, readRow } from '../sign-in/rows.ts';
import { sameTarget, targetOf } from '../sign-in/target.ts';
import { secretsOf } from './secrets.ts';

const untouched = '0';
// The portal offers 24 months; a day for the zones.
const longestSecretMs = (2 * 366 + 1) * 86_400_000;

/** The settings with their version; defaults with version 0 where nothing is stored. */
export async function readSettings(rows: Repositories): Promise<{ configured: boolean; settings: EmailForwarding; version: string }> {
  const stored = await rows.settings.get(functionName);
  if (!stored) return { configured: false, settings: emailForwardingDefaults, version: untouched };
  const value = { ...emailForwardingDefaults, ...Object(stored.value) } as EmailForwarding;
  const [password, clientSecret] = secretsOf(value);
  const { lastToken } = await readRow(rows);
  const settings = emailForwarding.parse({
    ...value,
    configured: true,
    changedAt: stored.changedAt,
    password: showSecret(await rows.secrets.get(password.name)),
    clientSecret: showSecret(await rows.secrets.get(clientSecret.name)),
    lastToken: lastToken && sameTarget(lastToken.target, targetOf(value)) ? lastToken : null,
  });
  return { configured: true, settings, version: stored.version };
}

/** The ETag of a version. */
export function etag(version: string): string {
  return `"${version}"`;
}

/**
 * Replaces the settings where `ifMatch` is their ETag; answers the pointers of secrets that were removed since their place is gone.
 * Raises 428, 412 with what is stored, or 422 for a mail server that a token must not go to, a secret that was entered for another place, and an end of the secret that no portal gives.
 */
export async function saveSettings(context: Context, input: EmailForwardingInput, ifMatch: string | undefined, actor: string): Promise<string[]> {
  if (ifMatch === undefined) throw new ProblemError('if-match-needed');
  checkMailHost(context.config, input);
  checkSecretEnd(context.ports.clock, input);
  const { ports } = context;
  const removed: string[] = [];
  await changeRow(context, async (row, rows) => {
    const { settings, version } = await readSettings(rows);
    if (!matches(ifMatch, version)) throw new ProblemError('changed-meanwhile', { current: settings, headers: { ETag: etag(version) } });
    const { password: _password, clientSecret: _clientSecret, ...rest } = input;
    const value = {
      ...rest,
      signInAs: input.signInAs ?? null,
      username: input.username ?? settings.username,
      tenantId: input.tenantId ?? settings.tenantId,
      applicationId: input.applicationId ?? settings.applicationId,
      scope: input.scope || (input.cloud === settings.cloud ? settings.scope : clouds[input.cloud].exchangeScope),
      clientSecretExpiresAt: input.clientSecretExpiresAt === undefined ? settings.clientSecretExpiresAt : input.clientSecretExpiresAt,
    };
    for (const secret of secretsOf(value)) {
      const fate = fateOf(input[secret.field], await rows.secrets.get(secret.name), secret);
      await storeSecret(ports, rows, secret, fate);
      if (fate.kind === 'removed') removed.push(secret.pointer);
      // The end of a secret goes with it: another one has another end.
      const isOther = fate.kind !== 'keep' && !(fate.kind === 'set' && input.clientSecretExpiresAt !== undefined);
      if (secret.field === 'clientSecret' && isOther) value.clientSecretExpiresAt = null;
    }
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
    for (const { name } of secretsOf(settings)) await rows.secrets.delete(name);
    await recordIn(rows, context.ports, { kind: 'settings-removed', function: functionName, actor, params: {} });
    return { ...row, pending: null, current: null, other: null, outcome: null, lastToken: null };
  });
}

/** A token goes to the mail servers of its cloud only, and to trusted hosts; a password to where it was entered for. Raises 422; `at` is where the settings stand in the body. */
export function checkMailHost({ trustedHosts }: Config, { authMethod, cloud, smtp }: Pick<EmailForwardingInput, 'authMethod' | 'cloud' | 'smtp'>, at = ''): void {
  if (authMethod === 'basic') return;
  const host = smtp.host.toLowerCase();
  if (clouds[cloud].mailHosts.includes(host) || trustedHosts.includes(host)) return;
  throw fieldProblem(`${at}/smtp/host`, 'foreign-mail-host', `A token of Microsoft is sent to ${clouds[cloud].mailHosts.join(', ')} only. POSTERN_TRUSTED_HOSTS names further hosts.`);
}

function checkSecretEnd(clock: Clock, { clientSecretExpiresAt }: EmailForwardingInput): void {
  if (!clientSecretExpiresAt || Date.parse(clientSecretExpiresAt) - clock.now().getTime() < longestSecretMs) return;
  throw fieldProblem('/clientSecretExpiresAt', 'secret-date', 'A client secret lives 24 months at most.');
}

function matches(ifMatch: string, version: string): boolean {
  return ifMatch.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag(version));
}
