import { useLingui } from '@lingui/react/macro';
import type { FunctionEnd } from '../../../contract/functions.ts';

/** What ends, by its name. */
export function useEndWords(): Record<FunctionEnd['what'], string> {
  const { t } = useLingui();
  return { 'sign-in': t`Sign-in at Microsoft`, 'client-secret': t`Client Secret`, 'basic-authentication': t`Basic authentication`, 'ews': t`Exchange Web Services` };
}
