import { Hono } from 'hono';
import { accountInput, sessionInput, setupInput, type SetupInput } from '../../../contract/accounts.ts';
import { api } from '../../../contract/addresses.ts';
import type { Params } from '../../../contract/diagnosis.ts';
import { Confidential } from '../../confidential.ts';
import { isSetupCode } from '../../setup-code.ts';
import type { Account } from '../../account-rows.ts';
import type { RequestState, Services } from '../context.ts';
import { readBody } from '../http/body.ts';
import { needs } from '../http/guard.ts';
import { ProblemError, tooManyTries } from '../http/problem.ts';
import { record, recordIn } from '../events/record.ts';
import type { Received } from '../secrets/received.ts';
import { newAccount } from './new-account.ts';
import { saveOwnAccount } from './own-account.ts';
import { endSession, findSession, showSession, startSession } from './sessions.ts';
import { takeSignIn } from './tries.ts';

/** Set-up of the first administrator, and the session. */
export function accountRoutes(services: Services): Hono<RequestState> {
  const { ports, limits } = services;
  const app = new Hono<RequestState>();
  // An unknown name takes as long as a known one.
  let decoy: Promise<string> | undefined;

  app.get(api.setup, async (c) => c.json({ needed: await isNeeded(services) }));

  app.post(api.setup, async (c) => {
    const input = await readBody(c.req.raw, setupInput);
    if (!(await isNeeded(services))) throw new ProblemError('already-set-up');
    const wait = limits.setUp.take('setup');
    if (wait > 0) throw tooManyTries(wait);
    if (!isSetupCode(input.code, services.config.setupCode)) {
      await record(ports, { kind: 'setup-refused', function: null, actor: null, params: {} });
      throw new ProblemError('wrong-setup-code', { errors: [{ pointer: '/code', code: 'wrong-setup-code', detail: 'This is not the code of the last start.' }] });
    }
    limits.setUp.giveBack('setup');
    const account = await makeFirstAccount(services, input, input.language ?? c.get('language'));
    const { token, session } = await startSession(services, account);
    const answer = c.json(showSession(account, session), 201);
    ports.sessions.write(c.req.raw, answer.headers, token);
    return answer;
  });

  app.post(api.session, async (c) => {
    const { username, password } = await readBody(c.req.raw, sessionInput);
    const source = ports.sessions.sourceOf(c.req.raw);
    const { wait, locks, right } = await takeSignIn(ports, username, source);
    if (wait > 0) throw tooManyTries(wait);
    const account = await ports.store.transaction((rows) => rows.accounts.byUsername(username));
    decoy ??= ports.secrets.hashPassword(new Confidential('nobody has this password'));
    const isRight = await ports.secrets.verifyPassword(password, account?.passwordHash ?? (await decoy));
    if (!account || !isRight || account.disabled) {
      // A name that is none may be a password in the wrong field.
      const known: Params = account ? { username: account.username } : {};
      await record(ports, { kind: 'sign-in-refused', function: null, actor: null, params: { ...known, source } });
      if (locks > 0) await record(ports, { kind: 'sign-in-locked', function: null, actor: null, params: { ...known, source, minutes: Math.ceil(locks) } });
      throw new ProblemError('wrong-credentials');
    }
    await right();
    const { token, session } = await startSession(services, account);
    await record(ports, { kind: 'signed-in', function: null, actor: account.username, params: {} });
    const answer = c.json(showSession(account, session), 201);
    ports.sessions.write(c.req.raw, answer.headers, token);
    return answer;
  });

  app.get(api.session, async (c) => {
    const found = await findSession(services, c.req.raw);
    if (!found) throw new ProblemError('not-signed-in');
    return c.json(showSession(found.account, found.session));
  });

  app.delete(api.session, async (c) => {
    const ended = await findSession(services, c.req.raw, false);
    await endSession(services, c.req.raw);
    if (ended) await record(ports, { kind: 'signed-out', function: null, actor: ended.account.username, params: {} });
    const answer = c.body(null, 204);
    ports.sessions.write(c.req.raw, answer.headers, null);
    return answer;
  });

  app.put(api.account, needs(services, 'basic', { mayOwePassword: true }), async (c) => {
    await saveOwnAccount(services, await readBody(c.req.raw, accountInput), c.get('caller'));
    const found = await findSession(services, c.req.raw, false);
    if (!found) throw new ProblemError('not-signed-in');
    return c.json(showSession(found.account, found.session));
  });

  return app;
}

async function isNeeded({ ports }: Services): Promise<boolean> {
  return (await ports.store.transaction((rows) => rows.accounts.count())) === 0;
}

async function makeFirstAccount({ ports }: Services, input: Received<SetupInput>, language: Account['language']): Promise<Account> {
  const { username, email, password } = input;
  const account = await newAccount(ports, { username, email: email || null, role: 'expert', language, password, mustChangePassword: false, disabled: false });
  await ports.store.transaction(async (rows) => {
    // Two browsers with the right code at the same time: one of them wins.
    if ((await rows.accounts.count()) > 0) throw new ProblemError('already-set-up');
    await rows.accounts.put(account);
    await recordIn(rows, ports, { kind: 'system-set-up', function: null, actor: account.username, params: {} });
  });
  return account;
}
