import type { Cloud } from '../../contract/clouds.ts';

/** What a client secret is made for. */
export interface Application {
  cloud: Cloud;
  tenantId: string;
  applicationId: string;
}

/** Are these the same application of the same tenant, however they are written? */
export function isSameApplication(one: Application, other: Application): boolean {
  const bare = (text: string) => text.trim().toLowerCase();
  return one.cloud === other.cloud && bare(one.tenantId) === bare(other.tenantId) && bare(one.applicationId) === bare(other.applicationId);
}

/** The last day on which a client secret made today can end: the portal allows 24 months. */
export function lastSecretDay(today: Date): string {
  const last = new Date(today);
  last.setMonth(last.getMonth() + 24);
  return [last.getFullYear(), last.getMonth() + 1, last.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
}
