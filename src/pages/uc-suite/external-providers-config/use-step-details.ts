import { useLingui } from '@lingui/react/macro';
import type { ProviderName } from '../../../../contract/external-providers.ts';
import { allowEwsScript, applicationScopeScript, impersonationScript } from '../../../../contract/powershell-ews.ts';
import { ewsPasswordScript, publicFoldersScript } from '../../../../contract/powershell-exchange-server.ts';
import type { StepDetail } from '../../../parts/guide/step-detail.ts';
import { useRegistrationDetails } from '../../../parts/guide/use-registration-details.ts';
import type { GuideValues } from './guide-values.ts';
import type { StepId } from './provider-steps.ts';

const appNames: Record<ProviderName, string> = { 'exchange-calendar': 'Postern calendar integration', 'exchange-directory': 'Postern public folders' };

/** What the steps say for these values: the one source of the guide and the sheets. */
export function useStepDetails(name: ProviderName, values: GuideValues): Record<StepId, StepDetail> {
  const { t } = useLingui();
  const { authMethod, access, cloud, objectId } = values;
  const isBasic = authMethod === 'basic';
  const isGraph = access === 'graph';
  const use = name === 'exchange-directory' ? 'exchange-directory/ews' : (`exchange-calendar/${access}` as const);
  const registration = useRegistrationDetails({ name: appNames[name], target: values, use });
  const { register, permissions } = registration;
  const mailbox = values.username || '<mailbox>';
  const applicationId = values.applicationId || '<application-id>';
  const role = isGraph ? 'Application Calendars.Read' : 'Application EWS.AccessAsApp';
  const shell = isBasic ? t`Exchange Management Shell` : t`Exchange Online PowerShell`;
  const limit = t`It opens every mailbox of the tenant. To open some only, give the role ${role} in Exchange instead, as below, and leave this permission out.`;
  const notNeeded = {
    'exchange-calendar/graph': t`It only reads. The handbook’s full_access_as_app and Calendars.ReadWriteAll are for Exchange Web Services and not needed here.`,
    'exchange-calendar/ews': t`It is enough. The handbook’s Calendars.ReadWriteAll, which is called Calendars.ReadWrite.All, is not needed.`,
    'exchange-directory/ews': t`It is enough. The handbook’s Contacts.Read and Contact.ReadWrite, which is called Contacts.ReadWrite, are not needed.`,
  };
  return {
    ...registration,
    'register': { ...register, notes: [...register.notes, t`One application can serve all functions, with the permissions of each; separate ones have less rights each.`] },
    'permissions': { ...permissions, notes: [notNeeded[use], limit] },
    'allow-ews': {
      path: shell,
      notes: [
        t`Exchange Online takes Exchange Web Services from listed applications only. The script reads the list, adds this application and writes the whole list again; an empty list it leaves alone.`,
        t`A change takes up to 24 hours to work.`,
      ],
      script: { text: allowEwsScript({ cloud, applicationId, mailbox: values.username }), file: 'allow-ews.ps1' },
    },
    'scope': {
      path: shell,
      values: objectId ? [{ name: t`Object ID`, text: objectId }] : [],
      notes: [
        t`Instead of the permission in Entra ID, which reaches every mailbox: rights add up, so that one must not be granted, too.`,
        objectId ? t`The object ID is of the enterprise app; it came with the last token.` : t`The object ID is of the enterprise app, on its page Overview; that of the app registration does not work.`,
        t`A change takes up to two hours to work.`,
      ],
      script: { text: applicationScopeScript({ cloud, applicationId, objectId: objectId || '<object-id>', role, mailbox }), file: 'application-scope.ps1' },
    },
    'public-folders': {
      path: shell,
      notes: [t`${mailbox} opens the root of the public folders, and reads it with the rights that it has there. Often Default may read already.`],
      script: { text: publicFoldersScript({ cloud: isBasic ? null : cloud, account: mailbox }), file: 'public-folders.ps1' },
    },
    'password': {
      path: shell,
      notes: [t`The virtual directory EWS must allow Basic authentication. The server needs a certificate that this system trusts.`],
      script: { text: ewsPasswordScript(), file: 'ews-password.ps1' },
    },
    'impersonation': {
      path: shell,
      notes: [t`${mailbox} acts for each user whose calendar is read: that takes the role ApplicationImpersonation, here for the mailboxes of one group.`],
      script: { text: impersonationScript({ account: mailbox, mailbox: '<mailbox>' }), file: 'impersonation.ps1' },
    },
  };
}
