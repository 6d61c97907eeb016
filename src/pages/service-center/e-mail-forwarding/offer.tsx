import { Trans } from '@lingui/react/macro';
import type { Diagnosis } from '../../../../contract/diagnosis.ts';
import { clouds, type Cloud } from '../../../../contract/clouds.ts';
import { permissions } from '../../../../contract/permissions.ts';
import { Button } from '../../../ui/button.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { useCloudNames } from '../../../parts/use-cloud-names.ts';
import { useFieldNames } from './use-field-names.ts';

/** What the console can do about a diagnosis by one click: another method, swapped ids, another cloud. Nothing where it can do nothing. */
export function Offer({ diagnosis, onTake }: { diagnosis: Diagnosis; onTake: (diagnosis: Diagnosis) => void }) {
  const cloudNames = useCloudNames();
  const take = () => onTake(diagnosis);
  switch (diagnosis.offer) {
    case 'application-method':
      return <ApplicationOffer onTake={take} />;
    case 'swap-ids':
      return (
        <div className="row">
          <Button look="primary" onClick={take}>
            <Trans>Swap Application ID and Tenant ID</Trans>
          </Button>
        </div>
      );
    case 'choose-cloud': {
      const other = String(diagnosis.params['otherCloud'] ?? '');
      if (!Object.hasOwn(clouds, other)) return null;
      return (
        <div className="row">
          <Button look="primary" onClick={take}>
            <Trans>Choose {cloudNames[other as Cloud]}</Trans>
          </Button>
        </div>
      );
    }
    default:
      return null;
  }
}

// For tenants that block device codes, or end what they brought.
function ApplicationOffer({ onTake }: { onTake: () => void }) {
  const { authMethods } = useFieldNames();
  const { api, names } = permissions['email-forwarding/microsoft-oauth-application'];
  return (
    <Notice tone="info">
      <p>
        <Trans>
          <strong>{authMethods['microsoft-oauth-application']}</strong> needs no code: the application signs in by itself, so this policy does not concern it. All values stay. It also needs:
        </Trans>
      </p>
      <ul className="needs">
        <li>
          <Trans>
            the application permission <span className="code">{names.join(', ')}</span> ({api}), with admin consent
          </Trans>
        </li>
        <li>
          <Trans>a client secret of the application</Trans>
        </li>
        <li>
          <Trans>its service principal in Exchange Online, with access to the mailbox and the right Send As; the guide has the script</Trans>
        </li>
      </ul>
      <Button look="primary" onClick={onTake}>
        <Trans>Use {authMethods['microsoft-oauth-application']}</Trans>
      </Button>
    </Notice>
  );
}
