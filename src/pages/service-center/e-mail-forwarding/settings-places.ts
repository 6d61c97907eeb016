import type { EmailForwarding } from '../../../../contract/email-forwarding.ts';
import type { SettingsValues } from './settings-values.ts';

/** Was the stored password entered for another place than these values name? */
export function isElsewhere(values: SettingsValues, stored: EmailForwarding): boolean {
  const place = ({ smtp, username }: Pick<SettingsValues, 'smtp' | 'username'>) => [smtp.host.trim().toLowerCase(), smtp.port, smtp.encryption, username.trim()].join('\n');
  return place(values) !== place(stored);
}

/** Was the stored client secret made for another application, tenant or cloud than these values name? */
export function isOtherApplication(values: SettingsValues, stored: EmailForwarding): boolean {
  const application = ({ cloud, tenantId, applicationId }: Pick<SettingsValues, 'cloud' | 'tenantId' | 'applicationId'>) => [cloud, tenantId.trim().toLowerCase(), applicationId.trim().toLowerCase()].join('\n');
  return application(values) !== application(stored);
}

/** The last day on which a client secret made today can end: the portal allows 24 months. */
export function lastSecretDay(today: Date): string {
  const last = new Date(today);
  last.setMonth(last.getMonth() + 24);
  return [last.getFullYear(), last.getMonth() + 1, last.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
}
