import { queryOptions } from '@tanstack/react-query';
import { api } from '../../contract/addresses.ts';
import type { Authorization } from '../../contract/authorization.ts';
import { requestJson } from './request.ts';

export const authorizationQuery = queryOptions({
  queryKey: ['authorization'],
  queryFn: ({ signal }) => requestJson<Authorization>(api.authorization, { signal }),
});

/** What an admin can do with the sign-in; each answers its new state. */
export const authorizationActions = {
  start: () => requestJson<Authorization>(api.authorization, { method: 'POST' }),
  renew: () => requestJson<Authorization>(api.authorization, { method: 'POST', body: { renew: true } }),
  keep: () => requestJson<Authorization>(api.authorization, { method: 'POST', body: { keep: true } }),
  cancel: () => requestJson<Authorization>(api.pendingAuthorization, { method: 'DELETE' }),
  remove: () => requestJson<Authorization>(api.authorization, { method: 'DELETE' }),
} as const;
export type AuthorizationAction = keyof typeof authorizationActions;
