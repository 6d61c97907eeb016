import { openIdScopes } from './clouds.ts';


/** What an app registration asks for at one API. */
interface PermissionSet {
  /** The API by its name in the portal, and by its application id, which finds it in every language. */
  api: string;
  apiId: string;
  /** `delegated`: in the name of who signs in. `application`: in its own, for each mailbox that Exchange grants it. */
  kind: 'delegated' | 'application';
  /** By the names that the portal lists; the first is what a token is looked at for. */
  names: readonly [string, ...string[]];
  /** Where Microsoft says so. */
  source: string;
}

const graph = { api: 'Microsoft Graph', apiId: '00000003-0000-0000-c000-000000000000' };
const exchange = { api: 'Office 365 Exchange Online', apiId: '00000002-0000-0ff1-ce00-000000000000' };

const mail = 'learn.microsoft.com/exchange/client-developer/legacy-protocols/how-to-authenticate-an-imap-pop-smtp-application-by-using-oauth';
const ews = 'learn.microsoft.com/exchange/client-developer/exchange-web-services/how-to-authenticate-an-ews-application-by-using-oauth';

/** What each use of Microsoft 365 needs of its app registration, by the way in which it gets in; the least that works. */
export const permissions = {
  'email-forwarding/microsoft-oauth': { ...graph, kind: 'delegated', names: ['SMTP.Send', ...openIdScopes], source: mail },
  'email-forwarding/microsoft-oauth-application': { ...exchange, kind: 'application', names: ['SMTP.SendAsApp'], source: mail },
  'exchange-calendar/ews': { ...exchange, kind: 'application', names: ['full_access_as_app'], source: ews },
  'exchange-calendar/graph': { ...graph, kind: 'application', names: ['Calendars.Read'], source: 'learn.microsoft.com/graph/api/user-list-calendarview' },
  'exchange-directory/ews': { ...exchange, kind: 'application', names: ['full_access_as_app'], source: ews },
  'queue-pilot/pop3': { ...exchange, kind: 'application', names: ['POP.AccessAsApp'], source: mail },
} satisfies Record<string, PermissionSet>;

/** A way in which something here uses Microsoft 365. */
export type PermissionUse = keyof typeof permissions;
