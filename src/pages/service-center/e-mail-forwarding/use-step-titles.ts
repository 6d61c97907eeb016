import { useLingui } from '@lingui/react/macro';
import type { StepId } from './guide-steps.ts';

/** What is done in each step, in a few words. */
export function useStepTitles(): Record<StepId, string> {
  const { t } = useLingui();
  return {
    'register': t`Register the application`,
    'ids': t`Hand over the two IDs`,
    'public-client': t`Allow public client flows`,
    'secret': t`Create a client secret`,
    'permissions': t`Add the permissions`,
    'consent': t`Grant admin consent`,
    'enterprise-app': t`Find its enterprise app`,
    'user-sign-in': t`Let users sign in to it`,
    'smtp-auth': t`Let the mailbox send by SMTP`,
    'send-as': t`Let the account send as the mailbox`,
    'service-principal': t`Let the application use the mailbox`,
  };
}
