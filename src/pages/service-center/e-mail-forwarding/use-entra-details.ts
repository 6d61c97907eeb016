import { useLingui } from '@lingui/react/macro';
import { portalLink } from '../../../../contract/portal.ts';
import { enterpriseAppScript } from '../../../../contract/powershell.ts';
import type { StepDetail } from '../../../parts/guide/step-detail.ts';
import { useRegistrationDetails } from '../../../parts/guide/use-registration-details.ts';
import type { EntraStep } from './guide-steps.ts';
import type { GuideValues } from './guide-values.ts';

const appName = 'Postern e-mail forwarding';

/** What the Entra administrator does, step by step. */
export function useEntraDetails(values: GuideValues): Record<EntraStep, StepDetail> {
  const { t } = useLingui();
  const { tenantId, applicationId, emailAddress, signInAs, authMethod } = values;
  const isApplication = authMethod === 'microsoft-oauth-application';
  const registration = useRegistrationDetails({
    name: appName,
    target: values,
    use: isApplication ? 'email-forwarding/microsoft-oauth-application' : 'email-forwarding/microsoft-oauth',
    isPersonal: tenantId.toLowerCase() === 'consumers',
  });
  const { register, permissions } = registration;
  const enterpriseApps = portalLink('enterprise-apps', values);
  const account = signInAs ?? (emailAddress || '<mailbox>');
  return {
    ...registration,
    'register': {
      ...register,
      notes: [...register.notes, ...(authMethod === 'microsoft-oauth' && tenantId === '' ? [t`A personal account, as of outlook.com, needs the type “Personal Microsoft accounts only” and the Tenant ID consumers.`] : [])],
    },
    'public-client': {
      path: t`Authentication → Settings → Allow public client flows: Yes → Save`,
      link: portalLink('authentication', values),
      formerly: t`Authentication → Advanced settings → Device Code Flow`,
      notes: [t`Without it Microsoft asks for a secret (AADSTS7000218). In some portals the switch stands on the page Authentication itself.`],
    },
    'permissions': {
      ...permissions,
      notes: isApplication ? [t`It opens no mailbox by itself: the application sends from each mailbox that Exchange lets it use, and from no other.`, t`Stricter, with RBAC for Applications: give it the role Application SMTP.SendAsApp for some mailboxes in Exchange, and leave this permission out.`] : [],
    },
    'enterprise-app': {
      path: t`Entra ID → Enterprise apps → All applications`,
      link: enterpriseApps,
      formerly: t`Enterprise Applications → All Applications`,
      values: applicationId ? [{ name: t`Search for`, text: applicationId }] : [],
      notes: [t`It shows once the filter on the application type is gone.`, t`Is it absent? The consent creates it, or this script does.`],
      script: { text: enterpriseAppScript({ ...values, tenantId: tenantId || '<tenant-id>', applicationId: applicationId || '<application-id>' }), file: 'enterprise-app.ps1' },
    },
    'user-sign-in': {
      path: t`Enterprise apps → this application → Properties`,
      link: enterpriseApps,
      formerly: t`Enterprise Applications → Properties`,
      notes: [t`Enabled for users to sign-in: Yes.`, t`Assignment required: No; or Yes, with ${account} under Users and groups.`],
    },
  };
}
