import { api } from '../../../contract/addresses.ts';
import type { Renewal } from '../../../contract/renewal.ts';
import { MailRefusal, type Ports } from '../../ports.ts';
import { application, contactCenter, end } from '../contact-center/testing.ts';
import { inClear, reachable, standingClock } from '../testing.ts';

export const target = [application.cloud, application.tenantId, application.applicationId] as const;
export const guid = '8b80d7a0-0c1f-4a0b-9f44-2f7f6a3a5f10';
export const oldSecret = 'old8Q~secret-of-the-application-abc';
export const newSecret = 'new8Q~secret-of-the-application-x9Q';

const jwt = (claims: object) => `x.${btoa(JSON.stringify(claims)).replaceAll('=', '')}.x`;
const refusal = Response.json({ error: 'invalid_client', error_description: 'AADSTS7000215: Invalid client secret provided.', error_codes: [7000215] }, { status: 401 });
const date = { headers: { Date: new Date('2026-11-24T12:00:00Z').toUTCString() } };

/** A backend whose Microsoft knows these secrets, gives these roles, and refuses these mailboxes; a sign-in to a mailbox takes as long as `wait`. */
export async function applications({ roles = ['POP.AccessAsApp', 'SMTP.SendAsApp', 'full_access_as_app'], ports = {}, time = standingClock() }: { roles?: string[]; ports?: Partial<Ports>; time?: ReturnType<typeof standingClock> } = {}) {
  const world = { secrets: [oldSecret, newSecret], refused: [] as string[], roles, wait: async () => {}, tokens: 0, atOnce: 0, mostAtOnce: 0, mailboxes: [] as string[] };
  const fetch: Ports['fetch'] = async (url, init) => {
    if (url.endsWith('openid-configuration')) return Response.json({ issuer: url }, date);
    if (!url.endsWith('/token')) return Response.json({ value: [] }, date);
    world.tokens++;
    if (!world.secrets.includes(new URLSearchParams(String(init.body)).get('client_secret') ?? '')) return refusal.clone();
    return Response.json({ token_type: 'Bearer', expires_in: 3599, access_token: jwt({ oid: guid, tid: guid, roles: world.roles }) });
  };
  const signIn = async (user: string) => {
    world.mailboxes.push(user);
    world.mostAtOnce = Math.max(world.mostAtOnce, ++world.atOnce);
    await world.wait();
    world.atOnce--;
    if (world.refused.includes(user)) throw new MailRefusal('AUTH', '-ERR Authentication failure: unknown user name or bad password.');
  };
  const made = await contactCenter({
    time,
    ports: {
      fetch,
      probe: reachable,
      mail: {
        open: async () => ({ signIn: (credentials) => signIn(inClear(credentials).user), send: async () => '250 2.0.0 OK', close: async () => {} }),
        openPop3: async () => ({ signIn: (credentials) => signIn(inClear(credentials).user), count: async () => ({ messages: 0, octets: 0 }), header: async () => null, close: async () => {} }),
      },
      ...ports,
    },
  });
  const { ask } = made;
  const forwarding = { authMethod: 'microsoft-oauth-application', emailAddress: 'pbx@contoso.com', smtp: { host: 'smtp.office365.com', port: 587, encryption: 'starttls' }, scope: 'https://outlook.office365.com/.default', clientSecret: oldSecret, clientSecretExpiresAt: end, ...application };
  const mail = (username: string, more: object = {}) => ({ type: 'email', authMethod: 'oauth', ...application, username, clientSecret: oldSecret, clientSecretExpiresAt: end, ...more });

  return {
    ...made,
    world,
    mail,
    forwarding,
    /** E-mail forwarding and so many pilots of a queue, all with the old secret; answers the queue's id. */
    async setUp(pilots = 2): Promise<string> {
      await ask('PUT', api.emailForwarding, forwarding, { 'If-Match': '"0"' });
      const queueId = await made.queue('Sales');
      for (let at = 1; at <= pilots; at++) await made.pilot(queueId, mail(`sales${at}@contoso.com`));
      return queueId;
    },
    renew: (body: object = { clientSecret: newSecret, clientSecretExpiresAt: '2028-11-01T00:00:00.000Z' }) => ask('POST', api.renewal(...target), body),
    renewal: async (): Promise<Renewal> => (await ask('GET', api.renewal(...target))).body,
    /** The renewal when it is under way no more. */
    async ended(): Promise<Renewal> {
      for (;;) {
        const { body } = await ask('GET', api.renewal(...target));
        if (body.state !== 'checking') return body;
        await new Promise((done) => setTimeout(done));
      }
    },
    uses: async (query = '') => (await ask('GET', `${api.renewalUses(...target)}${query}`)).body.items as { source: string; name: string | null; state: string; step: string | null; diagnosis?: { code: string } }[],
    /** The last three letters of each secret that is stored, by whose it is. */
    async hints(): Promise<Record<string, string | undefined>> {
      const { items } = (await ask('GET', api.applicationUses(...target))).body;
      return Object.fromEntries(items.map(({ function: name, name: pilot, clientSecret }: { function: string; name: string | null; clientSecret: { hint?: string } }) => [pilot ?? name, clientSecret.hint]));
    },
  };
}
