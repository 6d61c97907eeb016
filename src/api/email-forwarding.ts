import { queryOptions } from '@tanstack/react-query';
import { api } from '../../contract/addresses.ts';
import type { EmailForwarding, EmailForwardingInput } from '../../contract/email-forwarding.ts';
import { readStored, saveStored, type Stored } from './stored.ts';

export type StoredEmailForwarding = Stored<EmailForwarding>;

export const emailForwardingQuery = queryOptions({
  queryKey: ['email-forwarding'],
  queryFn: ({ signal }) => readStored<EmailForwarding>(api.emailForwarding, signal),
});

export function saveEmailForwarding(given: { input: EmailForwardingInput; etag: string }): Promise<StoredEmailForwarding> {
  return saveStored(api.emailForwarding, given);
}
