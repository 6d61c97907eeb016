import { useLingui } from '@lingui/react/macro';
import { permissions } from '../../../contract/permissions.ts';
import { portalLink, type PortalPlace, type PortalTarget } from '../../../contract/portal.ts';
import type { StepDetail } from './step-detail.ts';

export type RegistrationStep = 'register' | 'ids' | 'secret' | 'permissions' | 'consent';

interface Registration {
  /** What the application is called in the portal. */
  name: string;
  /** As far as it is known. */
  target: PortalTarget;
  use: keyof typeof permissions;
  /** Is it for personal accounts? */
  isPersonal?: boolean;
}

/** What every app registration takes, step by step. */
export function useRegistrationDetails({ name, target, use, isPersonal = false }: Registration): Record<RegistrationStep, StepDetail> {
  const { t } = useLingui();
  const { tenantId, applicationId } = target;
  const link = (place: PortalPlace) => portalLink(place, target);
  const { api, apiId, kind, names } = permissions[use];
  const isGraph = api === 'Microsoft Graph';
  // Its application roles take more than the role that consents to all others.
  const isGraphRole = isGraph && kind === 'application';
  const knowsBoth = tenantId !== '' && applicationId !== '';
  const pathTo =
    kind === 'delegated'
      ? t`API permissions → Add a permission → ${api} → Delegated permissions`
      : isGraph
        ? t`API permissions → Add a permission → ${api} → Application permissions`
        : t`API permissions → Add a permission → APIs my organization uses → ${api} → Application permissions`;
  return {
    'register': {
      path: t`Entra ID → App registrations → New registration`,
      link: link('new-registration'),
      formerly: t`Azure Active Directory → App registrations`,
      values: [{ name: t`Name`, text: name }],
      notes: [
        isPersonal ? t`Supported account types: Personal Microsoft accounts only.` : t`Supported account types: Accounts in this organizational directory only.`,
        t`Redirect URI: leave it empty.`,
        isGraphRole ? t`Role: Cloud Application Administrator; the consent takes a higher one.` : t`Role: Cloud Application Administrator, here and for the consent.`,
      ],
    },
    'ids': {
      path: t`App registrations → this application → Overview`,
      link: link('registration'),
      values: [...(applicationId ? [{ name: t`Application (client) ID`, text: applicationId }] : []), ...(tenantId ? [{ name: t`Directory (tenant) ID`, text: tenantId }] : [])],
      notes: [t`The administrator of the telephone system enters Application (client) ID and Directory (tenant) ID in Postern. Neither is a secret.`],
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
      path: pathTo,
      link: link('api-permissions'),
      values: [...names.map((text) => ({ text })), ...(isGraph ? [] : [{ name: t`To find the API`, text: apiId }])],
      notes: [],
    },
    'consent': {
      path: t`API permissions → Grant admin consent → Yes`,
      link: link('api-permissions'),
      values: knowsBoth ? [{ name: t`Link to consent`, text: link('consent') }] : [],
      notes: [
        knowsBoth ? t`Now or later, and by somebody else: send them this link.` : t`Now or later, and by somebody else: their link comes here with Application ID and Tenant ID.`,
        t`Afterwards each permission says Granted. Should the link end on an error, use the button on the page API permissions.`,
        isGraphRole ? t`It takes a Privileged Role Administrator or a Global Administrator, since this is an application role of Microsoft Graph.` : t`Cloud Application Administrator is enough; only application roles of Microsoft Graph would take more.`,
      ],
    },
  };
}
