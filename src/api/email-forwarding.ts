import { queryOptions } from '@tanstack/react-query';
import { api } from '../../contract/addresses.ts';
import type { EmailForwarding, EmailForwardingInput } from '../../contract/email-forwarding.ts';
import { request } from './request.ts';

export interface StoredEmailForwarding {
  settings: EmailForwarding;
  /** What a save must name as the state that it changes. */
  etag: string;
}

export const emailForwardingQuery = queryOptions({
  queryKey: ['email-forwarding'],
  queryFn: async ({ signal }) => read(await request(api.emailForwarding, { signal })),
});

export async function saveEmailForwarding({ input, etag }: { input: EmailForwardingInput; etag: string }): Promise<StoredEmailForwarding> {
  return read(await request(api.emailForwarding, { method: 'PUT', body: input, ifMatch: etag }));
}

async function read(response: Response): Promise<StoredEmailForwarding> {
  return { settings: (await response.json()) as EmailForwarding, etag: response.headers.get('ETag') ?? '' };
}
