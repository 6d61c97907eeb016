import { useLingui } from '@lingui/react/macro';
import type { Cloud } from '../../contract/clouds.ts';

/** How Microsoft's clouds are called. */
export function useCloudNames(): Record<Cloud, string> {
  const { t } = useLingui();
  return { 'global': t`Global (and GCC)`, 'us-gov-high': t`US Government GCC High`, 'us-gov-dod': t`US Government DoD`, 'china': t`China (21Vianet)` };
}
