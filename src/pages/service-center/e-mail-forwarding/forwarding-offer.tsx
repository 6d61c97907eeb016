import { Trans } from '@lingui/react/macro';
import type { Diagnosis } from '../../../../contract/diagnosis.ts';
import { permissions } from '../../../../contract/permissions.ts';
import { Offer } from '../../../parts/offer.tsx';
import { Button } from '../../../ui/button.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { useFieldNames } from './use-field-names.ts';

/** What can be done about a diagnosis by one click: another method, swapped ids, another cloud. Nothing where nothing can be done. */
export function ForwardingOffer({ diagnosis, onTake }: { diagnosis: Diagnosis; onTake: (diagnosis: Diagnosis) => void }) {
  const take = () => onTake(diagnosis);
  return diagnosis.offer === 'application-method' ? <ApplicationOffer onTake={take} /> : <Offer diagnosis={diagnosis} onTake={take} />;
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
