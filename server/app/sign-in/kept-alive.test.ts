import { describe, expect, test } from 'vitest';
import { api } from '../../../contract/addresses.ts';
import { MailRefusal, type Credentials, type Ports } from '../../ports.ts';
import { reachable, settings, testBackend } from '../testing.ts';

const code = { device_code: 'd'.repeat(200), user_code: 'D4KMQ7RXZ', verification_uri: 'https://login.microsoft.com/device', expires_in: 900, interval: 5, message: 'To sign in …' };
const tid = '8b80d7a0-9667-4736-a396-1c2d3e4f5a6b';

function jwt(claims: object): string {
  return `x.${btoa(JSON.stringify(claims)).replaceAll('=', '')}.x`;
}

/** A system where `account` has signed in; how a refresh is answered can be said. */
async function signedIn({ account = 'pbx@contoso.com', saved = {} }: { account?: string; saved?: object } = {}) {
  const world = { refresh: null as Response | null, refreshed: [] as string[], mailbox: (_user: string): string | null => null };
  const users: Credentials['user'][] = [];
  let issued = 0;
  const tokens = () => {
    issued++;
    const idToken = jwt({ iss: `https://login.microsoftonline.com/${tid}/v2.0`, aud: settings.applicationId, exp: Date.parse('2027-11-24') / 1000, tid, preferred_username: account });
    return Response.json({ token_type: 'Bearer', scope: 'https://outlook.office.com/SMTP.Send', expires_in: 3600, access_token: `access-${issued}`, refresh_token: `refresh-${issued}`, id_token: idToken });
  };
  const fetch: Ports['fetch'] = async (url, init) => {
    const form = new URLSearchParams(String(init.body ?? ''));
    if (url.endsWith('openid-configuration')) return Response.json({ issuer: url });
    if (url.endsWith('/devicecode')) return Response.json(code);
    if (form.get('grant_type') !== 'refresh_token') return tokens();
    world.refreshed.push(form.get('refresh_token') ?? '');
    return world.refresh?.clone() ?? tokens();
  };
  const made = testBackend({
    ports: {
      fetch,
      probe: reachable,
      mail: {
        openPop3: () => Promise.reject(new Error('Nobody asks for POP3 here.')),
        open: async () => ({
          async signIn({ user }) {
            users.push(user);
            const refused = world.mailbox(user);
            if (refused) throw new MailRefusal('AUTH', refused);
          },
          send: async () => '250 2.0.0 OK',
          close: async () => {},
        }),
      },
    },
  });
  await made.signIn();
  await made.ask('PUT', api.emailForwarding, { ...settings, ...saved }, { 'If-Match': '"0"' });
  const life = new AbortController();
  const work = made.backend.run(life.signal);
  await made.ask('POST', api.authorization);
  await made.idle();
  const pass = async (minutes: number) => {
    for (let minute = 0; minute < minutes; minute++) {
      made.forward(60);
      await made.idle();
      // Somebody uses the console, so that his session stays.
      if (minute % 20 === 0) await made.ask('GET', api.emailForwarding);
    }
  };
  made.forward(5);
  await made.idle();
  const authorization = async () => (await made.ask('GET', api.authorization)).body;
  expect(await authorization()).toMatchObject({ state: 'authorized', account });
  const end = async () => {
    life.abort();
    await work;
  };
  return { ...made, world, users, pass, authorization, end };
}

function refusal(number: number, error = 'invalid_grant'): Response {
  return Response.json({ error, error_description: `AADSTS${number}: refused`, error_codes: [number] }, { status: 400 });
}

describe('kept alive', () => {
  test('refreshed between five and seven minutes before the end, each time with the newest token', async () => {
    const { pass, world, authorization, end } = await signedIn();
    await pass(52);
    expect(world.refreshed).toEqual([]);
    await pass(3);
    expect(world.refreshed).toEqual(['refresh-1']);
    await pass(60);
    expect(world.refreshed).toEqual(['refresh-1', 'refresh-2']);
    expect((await authorization()).lastRefreshAt).not.toBeNull();
    await end();
  });

  test('under another method once a day, so that it does not end unused', async () => {
    const { pass, world, ask, ports, end } = await signedIn();
    const basic = { authMethod: 'basic', emailAddress: 'pbx@contoso.com', cloud: 'global', smtp: { host: 'relay.contoso.com', port: 25, encryption: 'none' } };
    expect((await ask('PUT', api.emailForwarding, basic, { 'If-Match': '"1"' })).status).toBe(200);
    await pass(23 * 60);
    expect(world.refreshed).toEqual([]);
    await pass(61);
    expect(world.refreshed).toEqual(['refresh-1']);
    await pass(24 * 60);
    expect(world.refreshed).toEqual(['refresh-1', 'refresh-2']);
    // That it ends is nobody's failure then.
    world.refresh = refusal(700082);
    await pass(24 * 60);
    expect(await ports.store.transaction((rows) => rows.notices.standing('email-forwarding', ''))).toBeNull();
    await end();
  });

  test('a passing failure is waited out while the token still lives', async () => {
    const { pass, world, authorization, ask, end } = await signedIn();
    world.refresh = new Response('', { status: 503 });
    await pass(55);
    expect(world.refreshed.length).toBeGreaterThan(0);
    expect(await authorization()).toMatchObject({ state: 'authorized', refreshFault: { diagnosis: { code: 'identity-unavailable' }, nextTryAt: expect.any(String) } });
    expect((await ask('GET', api.functions)).body.items[0].health).toBe('warning');
    world.refresh = null;
    await pass(16);
    expect(await authorization()).toMatchObject({ state: 'authorized', lastRefreshAt: expect.any(String), refreshFault: null });
    await end();
  });

  test.each([700082, 50173, 530036, 50078, 70043, 65001])('AADSTS%i ends it: why, since when, and a check says the same', async (number) => {
    const { pass, world, authorization, check, ask, ports, end } = await signedIn();
    world.refresh = refusal(number);
    await pass(55);
    const ended = await authorization();
    expect(ended).toMatchObject({ state: 'sign-in-required', current: null, diagnosis: { raw: expect.stringContaining(`AADSTS${number}`) } });
    expect(Date.parse(ended.since)).toBeLessThanOrEqual(Date.parse(ended.now));
    expect((await ask('GET', api.functions)).body.items[0]).toMatchObject({ health: 'sign-in-required', since: ended.since });
    const token = (await check()).body.steps[5];
    expect(token).toMatchObject({ name: 'token', state: 'failed', diagnosis: { code: ended.diagnosis.code } });
    // It is not asked for again and again.
    expect(await ports.store.transaction((rows) => rows.notices.standing('email-forwarding', ''))).toMatchObject({ health: 'sign-in-required', since: ended.since, pending: { kind: 'failed' }, diagnosis: { code: ended.diagnosis.code } });
    const asked = world.refreshed.length;
    await pass(30);
    expect(world.refreshed).toHaveLength(asked);
    await end();
  });
});

describe('a shared mailbox', () => {
  const shared = { saved: { emailAddress: 'info@contoso.com', signInAs: 'pbx@contoso.com' } };
  const refused = '535 5.7.3 Authentication unsuccessful [X]';

  test('the account is the user; where that is refused the mailbox is tried once, and what worked is remembered', async () => {
    const { world, users, check, authorization, end } = await signedIn(shared);
    await check();
    expect(users).toEqual(['pbx@contoso.com']);
    world.mailbox = (user) => (user === 'info@contoso.com' ? null : refused);
    expect((await check()).body.steps[7]).toMatchObject({ state: 'passed', evidence: 'Signed in to the mailbox as info@contoso.com' });
    expect(await authorization()).toMatchObject({ mailUser: 'info@contoso.com' });
    await check();
    expect(users).toEqual(['pbx@contoso.com', 'pbx@contoso.com', 'info@contoso.com', 'info@contoso.com']);
    await end();
  });

  test('refused under both names, the first refusal is what counts; another refusal is none of the name', async () => {
    const { world, users, check, end } = await signedIn(shared);
    world.mailbox = (user) => `535 5.7.3 Authentication unsuccessful for ${user}`;
    expect((await check()).body.steps[7].diagnosis.raw).toContain('for pbx@contoso.com');
    world.mailbox = () => '535 5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled for the Tenant.';
    users.length = 0;
    await check();
    expect(users).toEqual(['pbx@contoso.com']);
    await end();
  });
});

describe('the tenant', () => {
  async function tenantStep(answer: (url: string) => Response) {
    const made = testBackend({ ports: { fetch: async (url) => answer(url), probe: reachable } });
    await made.signIn();
    await made.ask('PUT', api.emailForwarding, { ...settings, tenantId: tid }, { 'If-Match': '"0"' });
    return { step: (await made.check()).body.steps[4], asked: async () => (await made.ask('POST', api.authorization)).body };
  }

  test('the two ids are swapped: Microsoft knows a tenant with the Application ID', async () => {
    const { step, asked } = await tenantStep((url) => (url.includes(settings.applicationId) ? Response.json({ issuer: url }) : refusal(90002, 'invalid_tenant')));
    expect(step).toMatchObject({ state: 'failed', diagnosis: { code: 'ids-swapped', pointer: '/tenantId', offer: 'swap-ids' } });
    expect(await asked()).toMatchObject({ state: 'failed', diagnosis: { code: 'ids-swapped' } });
  });

  test.each([
    [{ cloud_instance_name: 'microsoftonline.us', tenant_region_sub_scope: 'DODCON' }, 'us-gov-high'],
    [{ cloud_instance_name: 'microsoftonline.us', tenant_region_sub_scope: 'DOD' }, 'us-gov-dod'],
    [{ cloud_instance_name: 'partner.microsoftonline.cn' }, 'china'],
  ])('of another cloud: %j is %s', async (document, otherCloud) => {
    const { step } = await tenantStep((url) => Response.json({ issuer: url, ...document }));
    expect(step).toMatchObject({ state: 'failed', diagnosis: { code: 'other-cloud', params: { otherCloud } } });
  });

  test('of the chosen cloud, or of an identity server that names none', async () => {
    for (const document of [{ cloud_instance_name: 'microsoftonline.com' }, {}]) {
      const { step } = await tenantStep((url) => Response.json({ issuer: url, ...document }));
      expect(step).toMatchObject({ state: 'passed' });
    }
  });
});
