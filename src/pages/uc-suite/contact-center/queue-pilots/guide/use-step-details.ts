import { useLingui } from '@lingui/react/macro';
import { permissions as permissionsOf } from '../../../../../../contract/permissions.ts';
import { portalLink } from '../../../../../../contract/portal.ts';
import { pop3AccessScripts } from '../../../../../../contract/powershell-pop3.ts';
import { pop3TestScript } from '../../../../../../contract/shell-pop3.ts';
import type { StepDetail } from '../../../../../parts/guide/step-detail.ts';
import { useRegistrationDetails } from '../../../../../parts/guide/use-registration-details.ts';
import type { StepId } from './guide-steps.ts';
import type { GuideValues } from './guide-values.ts';

const appName = 'Postern queue pilots';

/** What the steps say for one application: the one source of the guide and the sheets. `isOneOfSeveral`: its scripts are named by its id. */
export function useStepDetails(values: GuideValues, isOneOfSeveral = false): Record<StepId, StepDetail> {
  const { t } = useLingui();
  const { cloud, objectId, server, port, encryption, scope } = values;
  const registration = useRegistrationDetails({ name: appName, target: values, use: 'queue-pilot/pop3' });
  const { register, permissions, consent, secret } = registration;
  const tenantId = values.tenantId || '<tenant-id>';
  const applicationId = values.applicationId || '<application-id>';
  const mailboxes = values.mailboxes.length > 0 ? values.mailboxes : ['<mailbox>'];
  const [mailbox = ''] = mailboxes;
  const count = mailboxes.length;
  const [permission] = permissionsOf['queue-pilot/pop3'].names;
  const { graph, exchange } = pop3AccessScripts({ cloud, tenantId, applicationId, objectId, mailboxes });
  const test = pop3TestScript({ cloud, tenantId, applicationId, mailbox, server, port, encryption, scope });
  const fileOf = (name: string, type: 'ps1' | 'sh') => (isOneOfSeveral ? `${name}-${applicationId}.${type}` : `${name}.${type}`);
  const testFile = fileOf('pop3-test', 'sh');
  return {
    ...registration,
    'register': { ...register, notes: [...register.notes, t`One application is enough for all queue pilots; each mailbox is opened to it in Exchange.`] },
    'permissions': {
      ...permissions,
      notes: [t`The handbook names ${permission}, too, and it is still all that is needed. It opens no mailbox by itself: only those that the Exchange administrator opens to the application.`],
    },
    'consent': { ...consent, notes: [...consent.notes, t`It works within minutes.`] },
    'secret': { ...secret, notes: [...secret.notes, t`A new one works within minutes.`] },
    'object-id': {
      path: t`Entra ID → Enterprise apps → All applications`,
      link: portalLink('enterprise-apps', values),
      formerly: t`Enterprise Applications → All Applications`,
      values: values.applicationId ? [{ name: t`Search for`, text: values.applicationId }] : [],
      notes: [
        t`Exchange asks for the Object ID on its page Overview; that of the app registration does not work.`,
        t`This script finds it, too: in Microsoft Graph PowerShell and a window of its own. The handbook’s module AzureAD is retired.`,
        t`Once Postern has received a token, by Check POP3 access, the ID is known from there, and this step is not needed.`,
      ],
      ...(graph !== null && { script: { text: graph, file: fileOf('object-id', 'ps1') } }),
    },
    'mailboxes': {
      path: t`Exchange Online PowerShell`,
      values: objectId ? [{ name: t`Object ID`, text: objectId }] : [],
      notes: [
        objectId ? t`The object ID is of the enterprise app; it came with the last token.` : t`Put the object ID of the step before into the script; without one it changes nothing.`,
        count > 1
          ? t`It registers the application in Exchange, opens these ${count} mailboxes to it, and switches POP on there. Any other mailbox takes a grant of its own.`
          : t`It registers the application in Exchange, opens ${mailbox} to it, and switches POP on there. Any other mailbox takes a grant of its own.`,
        t`The handbook wrote -ServiceId, which is -ObjectId today, and did not switch POP on.`,
        t`A change takes up to two hours to work. Until then Exchange refuses the sign-in.`,
      ],
      script: { text: exchange, file: fileOf('pop3-access', 'ps1') },
    },
    'test': {
      path: t`A shell with curl, as of Linux, macOS or WSL`,
      values: [{ text: `sh ${testFile}` }],
      notes: [
        t`It gets a token and reads the header of the newest message of ${mailbox}, as Check POP3 access does. Nothing is deleted, nothing is marked as read.`,
        ...(count > 1 ? [t`For another mailbox, change the line mailbox= at its top.`] : []),
        t`It asks for the client secret and does not show it. The handbook’s script showed it, and ended after the token.`,
      ],
      script: { text: test, file: testFile },
    },
  };
}
