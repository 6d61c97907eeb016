import { useLingui } from '@lingui/react/macro';
import type { Administrator } from '../../../contract/administrators.ts';
import type { Language } from '../../../contract/fields.ts';

export const languageNames: Record<Language, string> = { en: 'English', de: 'Deutsch' };

/** Says how it stands with an account. */
export function useStateOf(): (account: Administrator) => string {
  const { t } = useLingui();
  return ({ disabled, mustChangePassword }) => (disabled ? t`Disabled` : mustChangePassword ? t`Must change the password` : t`Active`);
}
