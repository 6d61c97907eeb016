import type { FunctionName } from './functions.ts';

/** What each function needs of its app registration: delegated permissions of Microsoft Graph, by the names that the portal lists. */
export const permissions: Record<FunctionName, { api: 'Microsoft Graph'; kind: 'delegated'; names: readonly string[] }> = {
  'email-forwarding': { api: 'Microsoft Graph', kind: 'delegated', names: ['SMTP.Send', 'offline_access', 'openid', 'profile'] },
};
