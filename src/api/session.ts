import { queryOptions } from '@tanstack/react-query';
import type { AccountInput, Session, SessionInput, SetupInput } from '../../contract/accounts.ts';
import { api } from '../../contract/addresses.ts';
import { request, requestJson } from './request.ts';

export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: ({ signal }) => requestJson<Session>(api.session, { signal }),
  staleTime: 5 * 60_000,
});

export async function isSetUpNeeded(): Promise<boolean> {
  return (await requestJson<{ needed: boolean }>(api.setup)).needed;
}

export function setUp(input: SetupInput): Promise<Session> {
  return requestJson<Session>(api.setup, { method: 'POST', body: input });
}

export function signIn(input: SessionInput): Promise<Session> {
  return requestJson<Session>(api.session, { method: 'POST', body: input });
}

export async function signOut(): Promise<void> {
  await request(api.session, { method: 'DELETE' });
}

/** Changes what is given of the own account. */
export function saveAccount(input: AccountInput): Promise<Session> {
  return requestJson<Session>(api.account, { method: 'PUT', body: input });
}
