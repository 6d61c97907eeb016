import { passwordProblem } from '../../../contract/accounts.ts';
import type { FunctionName } from '../../../contract/functions.ts';
import { passwordLength } from '../../../contract/password-length.ts';
import { forgetTries } from '../../app/accounts/tries.ts';
import { readFunctions } from '../../app/functions/functions.ts';
import { newId } from '../../app/ids.ts';
import type { Confidential } from '../../confidential.ts';
import { placeOfData, type Data } from '../data.ts';
import type { NodeConfig } from '../config.ts';
import { StartFailure } from '../start-failure.ts';

type Say = (line: string) => void;

const answerMs = 3_000;
const names: Record<FunctionName, string> = { 'email-forwarding': 'E-mail forwarding', 'exchange-calendar': 'Exchange calendar', 'exchange-directory': 'Exchange PST', 'queue-pilot': 'Queue pilots' };

/** What is there: version, data, administrators, health; and whether the server answers. */
export async function status({ store }: Data, config: NodeConfig, version: string, say: Say): Promise<void> {
  const { accounts, functions } = await store.transaction(async (rows) => ({ accounts: await rows.accounts.all(), functions: await readFunctions(rows, { now: new Date(), language: 'en', withPilots: true }) }));
  say(`Postern            ${version}`);
  say(`Data               ${placeOfData(config)} (${store.kind})`);
  say(`Key                ${config.keyFile}, fits`);
  say(`Server             ${await askServer(config)}`);
  say(`Administrators     ${accounts.length === 0 ? 'none yet: open the console and use the set-up code' : accounts.map(({ username, role, disabled }) => `${username} (${role}${disabled ? ', disabled' : ''})`).join(', ')}`);
  for (const { function: name, health, lastCheck } of functions.filter(({ ref }) => ref === null)) say(`${names[name].padEnd(19)}${health}${lastCheck ? `, last check ${lastCheck}` : ''}`);
  const pilots = Map.groupBy(functions.filter(({ ref }) => ref !== null), ({ health }) => health);
  if (pilots.size > 0) say(`${names['queue-pilot'].padEnd(19)}${[...pilots].map(([health, { length }]) => `${length} ${health}`).join(', ')}`);
}

/** A new password for an administrator; whoever is signed in as him is signed out, a disabled account can be used again, and one that was held up by wrong passwords at once. Whoever is at the machine chose it: it need not be changed. */
export async function resetPassword({ store, secrets }: Data, username: string, ask: () => Promise<Confidential>, say: Say): Promise<void> {
  const known = await store.transaction((rows) => rows.accounts.all());
  const account = known.find((one) => one.username.toLowerCase() === username.toLowerCase());
  if (!account) throw new StartFailure(`There is no administrator ${username}. ${known.length === 0 ? 'Nobody has been set up yet.' : `There are: ${known.map((one) => one.username).join(', ')}.`}`);
  const password = await ask();
  const problem = passwordProblem(password.reveal());
  if (problem) throw new StartFailure(problem === 'password-short' ? `Use at least ${passwordLength.min} characters. Nothing was changed.` : 'This cannot be a password. Nothing was changed.');
  const passwordHash = await secrets.hashPassword(password);
  const at = new Date().toISOString();
  await store.transaction(async (rows) => {
    await rows.accounts.put({ ...account, passwordHash, passwordChangedAt: at, mustChangePassword: false, disabled: false, version: account.version + 1 });
    await forgetTries(rows, account.username);
    await rows.sessions.deleteOf(account.id);
    const random = { bytes: (count: number) => crypto.getRandomValues(new Uint8Array(count)) };
    await rows.events.add({ id: newId(random), at, kind: 'password-reset', function: null, ref: null, actor: null, check: null, params: { username: account.username } });
  });
  say(`${account.username} has a new password; his sessions have ended.`);
}

async function askServer({ publicUrl, host, port, tls }: NodeConfig): Promise<string> {
  const name = host === '0.0.0.0' || host === '::' ? 'localhost' : host;
  const url = publicUrl?.origin ?? `${tls ? 'https' : 'http'}://${name}:${port}`;
  try {
    const response = await fetch(`${url}/api/v1/health`, { redirect: 'manual', signal: AbortSignal.timeout(answerMs) });
    return response.ok ? `answers at ${url}` : `answers at ${url}, but is not ready (HTTP ${response.status})`;
  } catch {
    return `does not answer at ${url}`;
  }
}
