import { useLingui } from '@lingui/react/macro';
import { sendAsScript, servicePrincipalScript, smtpAuthScript } from '../../../../contract/powershell.ts';
import type { ExchangeStep } from './guide-steps.ts';
import type { GuideValues } from './guide-values.ts';
import type { StepDetail } from '../../../parts/guide/step-detail.ts';

/** What the Exchange administrator does, step by step. */
export function useExchangeDetails({ cloud, emailAddress, signInAs, applicationId, objectId }: GuideValues): Record<ExchangeStep, StepDetail> {
  const { t } = useLingui();
  const mailbox = emailAddress || '<mailbox>';
  const account = signInAs ?? mailbox;
  return {
    'smtp-auth': {
      path: t`Exchange Online PowerShell`,
      notes: [
        t`${account} needs a mailbox with a licence.`,
        t`OAuth needs SMTP AUTH, too. It may be off for the tenant; the setting of the mailbox wins.`,
        t`A change takes up to an hour to work.`,
      ],
      script: { text: smtpAuthScript({ cloud, mailbox: account }), file: 'smtp-auth.ps1' },
    },
    'send-as': {
      path: t`Exchange Online PowerShell`,
      notes: [t`${account} signs in, and the mail is from ${mailbox}: that takes the right Send As.`, t`A change takes up to two hours to work.`],
      script: { text: sendAsScript({ cloud, mailbox, account }), file: 'send-as.ps1' },
    },
    'service-principal': {
      path: t`Exchange Online PowerShell`,
      values: objectId ? [{ name: t`Object ID`, text: objectId }] : [],
      notes: [
        objectId ? t`The object ID is of the enterprise app; it came with the last token.` : t`The object ID is of the enterprise app, on its page Overview; that of the app registration does not work.`,
        t`This opens ${mailbox} to the application; any other mailbox takes a grant of its own.`,
        t`A change takes up to two hours to work. Until then Exchange refuses the sign-in.`,
      ],
      script: { text: servicePrincipalScript({ cloud, applicationId: applicationId || '<application-id>', objectId: objectId || '<object-id>', mailbox }), file: 'application-mailbox.ps1' },
    },
  };
}
