import { queryOptions } from '@tanstack/react-query';
import type { Administrator, AdministratorInput, NewAdministratorInput } from '../../contract/administrators.ts';
import { api } from '../../contract/addresses.ts';
import type { Listed } from './checks.ts';
import { request, requestJson } from './request.ts';
import { addStored, readStored, saveStored, type Stored } from './stored.ts';

export type StoredAdministrator = Stored<Administrator>;

const administratorsKey = ['administrators'] as const;

/** All of them: there are as many as a page of a list holds, at most. */
export const administratorsQuery = queryOptions({
  queryKey: [...administratorsKey, 'list'],
  queryFn: ({ signal }) => requestJson<Listed<Administrator>>(`${api.administrators}?page[size]=200`, { signal }),
  refetchInterval: 60_000,
});

export const administratorQuery = (id: string) =>
  queryOptions({
    queryKey: [...administratorsKey, id],
    queryFn: ({ signal }) => readStored<Administrator>(api.administrator(id), signal),
  });

export const addAdministrator = (input: NewAdministratorInput) => addStored<Administrator>(api.administrators, input);
export const saveAdministrator = (id: string, given: { input: AdministratorInput; etag: string }) => saveStored<Administrator>(api.administrator(id), given);

export async function deleteAdministrator(id: string, { ownPassword, etag }: { ownPassword: string; etag: string }): Promise<void> {
  await request(api.administrator(id), { method: 'DELETE', body: { ownPassword }, ifMatch: etag });
}

export async function endSessions(id: string, ownPassword: string): Promise<void> {
  await request(api.administratorSessions(id), { method: 'DELETE', body: { ownPassword } });
}
