import { useLingui } from '@lingui/react/macro';
import { permissions } from '../../../../contract/permissions.ts';
import { portalLink, type PortalPlace } from '../../../../contract/portal.ts';
import { enterpriseAppScript } from '../../../../contract/powershell.ts';
import type { EntraStep } from './guide-steps.ts';
import type { GuideValues } from './guide-values.ts';
import type { StepDetail } from './step-detail.ts';

const appName = 'Postern e-mail forwarding';

/** What the Entra administrator does, step by step. */
export function useEntraDetails(values: GuideValues): Record<EntraStep, StepDetail> {
  const { t } = useLingui();
  const { tenantId, applicationId, emailAddress, signInAs, authMethod } = values;
  const link = (place: PortalPlace) => portalLink(place, values);
  const { api, apiId, kind, names } = permissions[authMethod === 'microsoft-oauth-application' ? 'email-forwarding/microsoft-oauth-application' : 'email-forwarding/microsoft-oauth'];
  const isPersonal = tenantId.toLowerCase() === 'consumers';
  const account = signInAs ?? (emailAddress || '<mailbox>');
  const knowsBoth = tenantId !== '' && applicationId !== '';
  return {
    'register': {
      path: t`Entra ID → App registrations → New registration`,
      link: link('new-registration'),
      formerly: t`Azure Active Directory → App registrations`,
      values: [{ name: t`Name`, text: appName }],
      notes: [
        isPersonal ? t`Supported account types: Personal Microsoft accounts only.` : t`Supported account types: Accounts in this organizational directory only.`,
        t`Redirect URI: leave it empty.`,
        t`Role: Cloud Application Administrator, here and for the consent.`,
        ...(authMethod === 'microsoft-oauth' && tenantId === '' ? [t`A personal account, as of outlook.com, needs the type “Personal Microsoft accounts only” and the Tenant ID consumers.`] : []),
      ],
    },
    'ids': {
      path: t`App registrations → this application → Overview`,
      link: link('registration'),
      values: [...(applicationId ? [{ name: t`Application (client) ID`, text: applicationId }] : []), ...(tenantId ? [{ name: t`Directory (tenant) ID`, text: tenantId }] : [])],
      notes: [t`The administrator of the telephone system enters Application (client) ID and Directory (tenant) ID in Postern. Neither is a secret.`],
    },
    'public-client': {
      path: t`Authentication → Settings → Allow public client flows: Yes → Save`,
      link: link('authentication'),
      formerly: t`Authentication → Advanced settings → Device Code Flow`,
      notes: [t`Without it Microsoft asks for a secret (AADSTS7000218). In some portals the switch stands on the page Authentication itself.`],
    },
    'secret': {
      path: t`Certificates & secrets → Client secrets → New client secret`,
      link: link('secrets'),
      formerly: t`Client & secrets`,
      notes: [
        t`Copy the Value, not the Secret ID. The portal shows it only now.`,
        t`It lives 24 months at most; less is safer. Note when it ends: that date is entered in Postern, too.`,
        t`Hand it over where nobody else can read it: not on paper, not by mail.`,
      ],
    },
    'permissions': {
      path: kind === 'delegated' ? t`API permissions → Add a permission → ${api} → Delegated permissions` : t`API permissions → Add a permission → APIs my organization uses → ${api} → Application permissions`,
      link: link('api-permissions'),
      values: [...names.map((text) => ({ text })), ...(kind === 'application' ? [{ name: t`To find the API`, text: apiId }] : [])],
      notes: kind === 'application' ? [t`It opens no mailbox by itself: the application sends from each mailbox that Exchange lets it use, and from no other.`, t`Stricter, with RBAC for Applications: give it the role Application SMTP.SendAsApp for some mailboxes in Exchange, and leave this permission out.`] : [],
    },
    'consent': {
      path: t`API permissions → Grant admin consent → Yes`,
      link: link('api-permissions'),
      values: knowsBoth ? [{ name: t`Link to consent`, text: link('consent') }] : [],
      notes: [
        knowsBoth ? t`Now or later, and by somebody else: send them this link.` : t`Now or later, and by somebody else: their link comes here with Application ID and Tenant ID.`,
        t`Afterwards each permission says Granted. Should the link end on an error, use the button on the page API permissions.`,
        t`Cloud Application Administrator is enough; only application roles of Microsoft Graph would take more.`,
      ],
    },
    'enterprise-app': {
      path: t`Entra ID → Enterprise apps → All applications`,
      link: link('enterprise-apps'),
      formerly: t`Enterprise Applications → All Applications`,
      values: applicationId ? [{ name: t`Search for`, text: applicationId }] : [],
      notes: [t`It shows once the filter on the application type is gone.`, t`Is it absent? The consent creates it, or this script does.`],
      script: { text: enterpriseAppScript({ ...values, tenantId: tenantId || '<tenant-id>', applicationId: applicationId || '<application-id>' }), file: 'enterprise-app.ps1' },
    },
    'user-sign-in': {
      path: t`Enterprise apps → this application → Properties`,
      link: link('enterprise-apps'),
      formerly: t`Enterprise Applications → Properties`,
      notes: [t`Enabled for users to sign-in: Yes.`, t`Assignment required: No; or Yes, with ${account} under Users and groups.`],
    },
  };
}
