import { api } from '../../../contract/addresses.ts';
import { testBackend } from '../testing.ts';

export const application = { cloud: 'global', tenantId: 'contoso.com', applicationId: '4f6ef1c2-8e18-4b6e-89bc-0d52c1a7e9f4' };
export const end = '2027-11-24T00:00:00.000Z';

/** An e-mail pilot that holds, with OAuth 2.0. */
export const mail = { type: 'email', authMethod: 'oauth', ...application, username: 'sales@contoso.com', clientSecret: 'Zos8Q~secret-of-the-pilot', clientSecretExpiresAt: end };
export const basic = { type: 'email', authMethod: 'basic', username: 'sales@contoso.com', password: 'correct horse' };

/** A backend in which an expert is signed in. */
export async function contactCenter(given: Parameters<typeof testBackend>[0] = {}) {
  const made = testBackend(given);
  await made.signIn();
  const { ask } = made;
  const events = async () => (await ask('GET', api.events)).body.items as { kind: string; ref: string | null; params: object }[];
  return {
    ...made,
    events,
    /** Adds a queue; answers its id. */
    async queue(name: string, number = '850'): Promise<string> {
      return (await ask('POST', api.queues, { name, number })).body.id;
    },
    /** Adds a pilot; answers it with its ETag. */
    pilot: (queueId: string, value: object) => ask('POST', api.pilots(queueId), value),
    /** Changes or deletes something as it was read last. */
    async change(method: 'PUT' | 'DELETE', path: string, value?: object) {
      const { etag } = await ask('GET', path);
      return ask(method, path, value, { 'If-Match': etag ?? '' });
    },
    /** The status of a refusal, and at which field. */
    fault: ({ status, body }: { status: number; body: { errors?: { pointer: string; code: string }[] } }) => [status, ...(body.errors ?? []).map(({ pointer, code }) => `${pointer} ${code}`)],
  };
}
