import { useLingui } from '@lingui/react/macro';
import type { StepId } from './provider-steps.ts';

/** What is done in each step, in a few words. */
export function useStepTitles(): Record<StepId, string> {
  const { t } = useLingui();
  return {
    'register': t`Register the application`,
    'ids': t`Hand over the two IDs`,
    'permissions': t`Add the permission`,
    'consent': t`Grant admin consent`,
    'secret': t`Create a client secret`,
    'allow-ews': t`Put the application on the list for EWS`,
    'scope': t`Limit the application to some mailboxes`,
    'public-folders': t`Let the account read the public folders`,
    'password': t`Let EWS take a password`,
    'impersonation': t`Let the account read the calendars`,
  };
}
