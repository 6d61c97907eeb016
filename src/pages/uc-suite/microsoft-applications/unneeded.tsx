import { Trans } from '@lingui/react/macro';
import type { ApplicationDetails } from '../../../../contract/applications.ts';
import { permissions } from '../../../../contract/permissions.ts';
import { portalLink } from '../../../../contract/portal.ts';
import { Notice } from '../../../ui/notice.tsx';

const everyMailbox = 'full_access_as_app';

/** What the tokens carried and nothing here needs, and what reaches further than it must: with the risk, and the way to less. */
export function Unneeded({ application }: { application: ApplicationDetails }) {
  const { unneeded, parts } = application;
  const isNeeded = parts.some(({ use }) => permissions[use].names.some((name) => name === everyMailbox));
  const link = (
    <a href={portalLink('api-permissions', { ...application, tenantId: application.tenantGuid ?? application.tenantId })} target="_blank" rel="noopener noreferrer">
      <Trans>API permissions in the portal</Trans> <span aria-hidden="true">↗</span>
    </a>
  );
  return (
    <>
      {unneeded.length > 0 && (
        <Notice tone="warn">
          <p>
            <strong>
              <Trans>Granted, and needed by nothing here:</Trans>
            </strong>{' '}
            <span className="code">{unneeded.map(({ name }) => name).join(', ')}</span>
          </p>
          <p>
            {unneeded.some(({ name }) => name === everyMailbox) ? (
              <Trans>Whoever has the client secret can do this, too: with full_access_as_app read, change and send in every mailbox of the tenant.</Trans>
            ) : (
              <Trans>Whoever has the client secret can do this, too, as a rule in every mailbox of the tenant.</Trans>
            )}{' '}
            <Trans>Where no other system uses this application, an Entra administrator removes them. Where one does, give each system an application of its own.</Trans> {link}
          </p>
        </Notice>
      )}
      {isNeeded && (
        <Notice tone="info">
          <p>
            <Trans>full_access_as_app opens every mailbox of the tenant. An Exchange administrator can narrow it: RBAC for Applications grants the role Application EWS.AccessAsApp for a group of mailboxes, and the permission is removed in Entra, for the two add up. Then the token carries none, and the check still passes.</Trans>
          </p>
        </Notice>
      )}
    </>
  );
}
