/** What each use of Microsoft 365 needs of its app registration, by the names that the portal lists. */
export const permissions = {
  'email-forwarding/microsoft-oauth': { api: 'Microsoft Graph', kind: 'delegated', names: ['SMTP.Send', 'offline_access', 'openid', 'profile'] },
  'email-forwarding/microsoft-oauth-application': { api: 'Office 365 Exchange Online', kind: 'application', names: ['SMTP.SendAsApp'] },
} as const;
