import { Hono } from 'hono';
import { accountInput, sessionInput, setupInput, type SetupInput } from '../../../contract/accounts.ts';
import { api } from '../../../contract/addresses.ts';
import { Confidential } from '../../confidential.ts';
import { isSetupCode } from '../../setup-code.ts';
import type { Account } from '../../store.ts';
import type { RequestState, Services } from '../context.ts';
import { readBody } from '../http/body.ts';
import { needs } from '../http/guard.ts';
import { ProblemError, tooManyTries } from '../http/problem.ts';
import { newId } from '../ids.ts';
import { record, recordIn } from '../events/record.ts';
import type { Received } from '../secrets/received.ts';
import { endSession, findSession, showSession, startSession } from './sessions.ts';

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
    const key = username.toLowerCase();
    const wait = limits.signIn.take(key);
    if (wait > 0) throw tooManyTries(wait);
    const account = await ports.store.transaction((rows) => rows.accounts.byUsername(username));
    decoy ??= ports.secrets.hashPassword(new Confidential('nobody has this password'));
    const right = await ports.secrets.verifyPassword(password, account?.passwordHash ?? (await decoy));
    if (!account || !right || account.disabled) {
      await record(ports, { kind: 'sign-in-refused', function: null, actor: null, params: {} });
      throw new ProblemError('wrong-credentials');
    }
    limits.signIn.giveBack(key);
    await record(ports, { kind: 'signed-in', function: null, actor: account.username, params: {} });
    const { token, session } = await startSession(services, account);
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

  app.put(api.account, needs(services, 'basic'), async (c) => {
    const { language } = await readBody(c.req.raw, accountInput);
    await ports.store.transaction(async (rows) => {
      const account = await rows.accounts.byId(c.get('caller').accountId);
      if (account) await rows.accounts.put({ ...account, language });
    });
    return c.body(null, 204);
  });

  return app;
}

async function isNeeded({ ports }: Services): Promise<boolean> {
  return (await ports.store.transaction((rows) => rows.accounts.count())) === 0;
}

async function makeFirstAccount({ ports }: Services, input: Received<SetupInput>, language: Account['language']): Promise<Account> {
  const account: Account = {
    id: newId(ports.random),
    username: input.username,
    email: input.email || null,
    role: 'expert',
    language,
    passwordHash: await ports.secrets.hashPassword(input.password),
    mustChangePassword: false,
    disabled: false,
    createdAt: ports.clock.now().toISOString(),
  };
  await ports.store.transaction(async (rows) => {
    // Two browsers with the right code at the same time: one of them wins.
    if ((await rows.accounts.count()) > 0) throw new ProblemError('already-set-up');
    await rows.accounts.put(account);
    await recordIn(rows, ports, { kind: 'system-set-up', function: null, actor: account.username, params: {} });
  });
  return account;
}
