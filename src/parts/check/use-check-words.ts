import { useLingui } from '@lingui/react/macro';
import type { Check } from '../../../contract/checks.ts';
import { announce } from '../../ui/announcer.tsx';

/** Reads out how a check has ended. */
export function useCheckWords(): (check: Check) => void {
  const { t } = useLingui();
  return ({ state, steps, repeat }) => {
    const { cause = '' } = steps.find((step) => step.state === 'failed')?.diagnosis ?? {};
    if (state === 'passed') announce(t`The check has passed.`);
    // Of a repeated one the first failure is news.
    if (state === 'failed' || (state === 'waiting' && repeat?.runs === 1)) announce(t`The check has failed. ${cause}`);
    if (state === 'cancelled') announce(t`The check was cancelled.`);
  };
}
