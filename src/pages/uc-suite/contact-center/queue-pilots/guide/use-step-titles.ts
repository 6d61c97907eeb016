import { useLingui } from '@lingui/react/macro';
import type { StepId } from './guide-steps.ts';
import type { GuideValues } from './guide-values.ts';

/** What is done in each step, in a few words. */
export function useStepTitles({ mailboxes }: Pick<GuideValues, 'mailboxes'>): Record<StepId, string> {
  const { t } = useLingui();
  return {
    'register': t`Register the application`,
    'ids': t`Hand over the two IDs`,
    'permissions': t`Add the permission`,
    'consent': t`Grant admin consent`,
    'secret': t`Create a client secret`,
    'object-id': t`Find its object ID`,
    'mailboxes': mailboxes.length > 1 ? t`Let the application use the mailboxes` : t`Let the application use the mailbox`,
    'test': t`Test POP3 from a shell`,
  };
}
