import { clouds, type Cloud } from './clouds.ts';
import { isTenantAlias } from './tenant-alias.ts';

export interface PortalTarget {
  cloud: Cloud;
  /** GUID or domain; empty where it is not known yet. */
  tenantId: string;
  /** Empty where it is not known yet. */
  applicationId: string;
}

export type PortalPlace = 'new-registration' | 'registration' | 'authentication' | 'api-permissions' | 'secrets' | 'enterprise-apps' | 'sign-in-logs' | 'conditional-access' | 'consent';

const ofRegistration: Partial<Record<PortalPlace, string>> = { 'registration': 'Overview', 'authentication': 'Authentication', 'api-permissions': 'CallAnAPI', 'secrets': 'Credentials' };
const ofDirectory: Partial<Record<PortalPlace, string>> = {
  'new-registration': 'Microsoft_AAD_RegisteredApps/CreateApplicationBlade',
  'enterprise-apps': 'Microsoft_AAD_IAM/StartboardApplicationsMenuBlade/~/AppAppsPreview',
  'sign-in-logs': 'Microsoft_AAD_IAM/SignInEventsV3Blade',
  'conditional-access': 'Microsoft_AAD_ConditionalAccess/ConditionalAccessBlade/~/Policies',
};
const allRegistrations = 'Microsoft_AAD_RegisteredApps/ApplicationsListBlade';

/** The address of a page of the Entra admin centre in this cloud, or of the consent page for this application; the list of registrations where an id is missing. */
export function portalLink(place: PortalPlace, { cloud, tenantId, applicationId }: PortalTarget): string {
  const { entraPortal, authority } = clouds[cloud];
  // Consent is given in the administrator's own tenant where only an alias is known.
  const tenant = isTenantAlias(tenantId) ? 'organizations' : tenantId;
  if (place === 'consent' && tenant && applicationId) return `${authority}/${encodeURIComponent(tenant)}/adminconsent?client_id=${encodeURIComponent(applicationId)}`;
  const page = ofRegistration[place === 'consent' ? 'api-permissions' : place];
  if (page && applicationId) return `${entraPortal}/#view/Microsoft_AAD_RegisteredApps/ApplicationMenuBlade/~/${page}/appId/${encodeURIComponent(applicationId)}`;
  return `${entraPortal}/#view/${ofDirectory[place] ?? allRegistrations}`;
}
