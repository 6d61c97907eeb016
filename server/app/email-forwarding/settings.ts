import { clouds } from '../../../contract/clouds.ts';
import { emailForwarding, emailForwardingDefaults, type EmailForwarding, type EmailForwardingInput } from '../../../contract/email-forwarding.ts';
import type { Config } from '../../config.ts';
import type { Repositories } from '../../store.ts';
import type { Context } from '../context.ts';
import { dropFormerSecret } from '../applications/renewal/former-secret.ts';
import { recordIn } from '../events/record.ts';
import { checkMatch, needsMatch } from '../http/etag.ts';
import { fieldProblem } from '../http/problem.ts';
import { showSecret } from '../secrets/bound-secret.ts';
import { checkSecretEnd, writeSecrets } from '../secrets/settings-secrets.ts';
import type { Received } from '../secrets/received.ts';
import { fitTo } from '../sign-in/fit.ts';
import { changeRow, functionName, readRow } from '../sign-in/rows.ts';
import { sameTarget, targetOf } from '../sign-in/target.ts';
import { secretsOf } from './secrets.ts';

const untouched = '0';

/** The settings with their version; defaults where nothing is set up. */
export async function readSettings(rows: Repositories): Promise<{ configured: boolean; settings: EmailForwarding; version: string }> {
  const stored = await rows.settings.get(functionName);
  if (!stored?.value) return { configured: false, settings: emailForwardingDefaults, version: stored?.version ?? untouched };
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

/**
 * Replaces the settings where `ifMatch` is their ETag; answers the pointers of secrets that were removed since their place is gone.
 * Raises 428, 412 with what is stored, or 422 for a mail server that a token must not go to, a secret that was entered for another place, and an end of the secret that no portal gives.
 */
export async function saveSettings(context: Context, input: Received<EmailForwardingInput>, ifMatch: string | undefined, actor: string): Promise<string[]> {
  needsMatch(ifMatch);
  checkMailHost(context.config, input);
  checkSecretEnd(context.ports.clock, input);
  const { ports } = context;
  let removed: string[] = [];
  await changeRow(context, async (row, rows) => {
    const { settings, version } = await readSettings(rows);
    checkMatch(ifMatch, version, settings);
    const value = valueOf(input, settings);
    const written = await writeSecrets(ports, rows, input, secretsOf(value), settings.clientSecretExpiresAt);
    removed = written.removed;
    value.clientSecretExpiresAt = written.clientSecretExpiresAt;
    await rows.settings.put(functionName, { value, version: String(Number(version) + 1), changedAt: ports.clock.now().toISOString() });
    await recordIn(rows, ports, { kind: 'settings-saved', function: functionName, actor, params: {} });
    return row.version === 0 ? null : fitTo(row, value, ports.clock.now());
  });
  return removed;
}

/** The settings as they are stored, without secrets; what is absent stays as it was in `former`. */
export function valueOf(input: Received<EmailForwardingInput>, former: EmailForwarding) {
  const { password: _password, clientSecret: _clientSecret, clientSecretFrom: _clientSecretFrom, ...rest } = input;
  return {
    ...rest,
    signInAs: input.signInAs ?? null,
    username: input.username ?? former.username,
    tenantId: input.tenantId ?? former.tenantId,
    applicationId: input.applicationId ?? former.applicationId,
    scope: input.scope || (input.cloud === former.cloud ? former.scope : clouds[input.cloud].exchangeScope),
    clientSecretExpiresAt: former.clientSecretExpiresAt,
  };
}

/** Removes settings and sign-in where `ifMatch` is their ETag. */
export async function removeSettings(context: Context, ifMatch: string | undefined, actor: string): Promise<void> {
  needsMatch(ifMatch);
  await changeRow(context, async (row, rows) => {
    const { settings, version } = await readSettings(rows);
    checkMatch(ifMatch, version, settings);
    // The row stays, so that an ETag is never met twice.
    await rows.settings.put(functionName, { value: null, version: String(Number(version) + 1), changedAt: context.ports.clock.now().toISOString() });
    for (const { name } of secretsOf(settings)) {
      await rows.secrets.delete(name);
      await dropFormerSecret(rows, name);
    }
    await rows.notices.deleteStanding(functionName, '');
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
