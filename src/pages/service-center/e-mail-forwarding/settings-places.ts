import type { EmailForwarding } from '../../../../contract/email-forwarding.ts';
import type { SettingsValues } from './settings-values.ts';

/** Was the stored password entered for another place than these values name? */
export function isElsewhere(values: SettingsValues, stored: EmailForwarding): boolean {
  const place = ({ smtp, username }: Pick<SettingsValues, 'smtp' | 'username'>) => [smtp.host.trim().toLowerCase(), smtp.port, smtp.encryption, username.trim()].join('\n');
  return place(values) !== place(stored);
}
