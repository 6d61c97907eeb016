import { openIdScopes } from './clouds.ts';
import type { AuthMethod } from './email-forwarding.ts';

/** An API that an app registration asks for permissions of, as the portal finds it: by name or by its application id. */
export interface PermissionApi {
  name: string;
  id: string;
}

export interface PermissionSet {
  api: PermissionApi;
  /** `delegated`: in the name of who signs in. `application`: in its own, for each mailbox that Exchange grants it. */
  kind: 'delegated' | 'application';
  /** The one without which the function does not work: what a token is looked at for. */
  needed: string;
  /** All of them, by the names that the portal lists. */
  names: readonly string[];
  /** Where Microsoft says so. */
  source: string;
}

const graph: PermissionApi = { name: 'Microsoft Graph', id: '00000003-0000-0000-c000-000000000000' };
const exchange: PermissionApi = { name: 'Office 365 Exchange Online', id: '00000002-0000-0ff1-ce00-000000000000' };

const mail = 'learn.microsoft.com/exchange/client-developer/legacy-protocols/how-to-authenticate-an-imap-pop-smtp-application-by-using-oauth';
const ews = 'learn.microsoft.com/exchange/client-developer/exchange-web-services/how-to-authenticate-an-ews-application-by-using-oauth';

function ofExchange(needed: string, source: string): PermissionSet {
  return { api: exchange, kind: 'application', needed, names: [needed], source };
}

/** What each function needs of its app registration, by the way in which it gets in; the least that works. */
export const permissions = {
  'email-forwarding/device-code': { api: graph, kind: 'delegated', needed: 'SMTP.Send', names: ['SMTP.Send', ...openIdScopes], source: mail },
  'email-forwarding/application': ofExchange('SMTP.SendAsApp', mail),
  'exchange-calendar/ews': ofExchange('full_access_as_app', ews),
  'exchange-calendar/graph': { api: graph, kind: 'application', needed: 'Calendars.Read', names: ['Calendars.Read'], source: 'learn.microsoft.com/graph/api/user-list-calendarview' },
  'exchange-directory/ews': ofExchange('full_access_as_app', ews),
  'queue-pilot/pop3': ofExchange('POP.AccessAsApp', mail),
} satisfies Record<string, PermissionSet>;

/** What E-mail forwarding needs with this Auth Method. */
export function emailForwardingPermissions(authMethod: Exclude<AuthMethod, 'basic'>): PermissionSet {
  return permissions[authMethod === 'microsoft-oauth' ? 'email-forwarding/device-code' : 'email-forwarding/application'];
}
