import { Trans } from '@lingui/react/macro';
import { clouds, type Cloud } from '../../contract/clouds.ts';
import type { Diagnosis } from '../../contract/diagnosis.ts';
import { Button } from '../ui/button.tsx';
import { useCloudNames } from './use-cloud-names.ts';

/** What every form can do about a diagnosis by one click: swapped ids, another cloud. Nothing where it can do nothing. */
export function Offer({ diagnosis: { offer, params }, onTake }: { diagnosis: Diagnosis; onTake: () => void }) {
  const cloudNames = useCloudNames();
  const other = String(params['otherCloud'] ?? '');
  const name = offer === 'swap-ids' ? <Trans>Swap Application ID and Tenant ID</Trans> : offer === 'choose-cloud' && Object.hasOwn(clouds, other) && <Trans>Choose {cloudNames[other as Cloud]}</Trans>;
  if (!name) return null;
  return (
    <div className="row">
      <Button look="primary" onClick={onTake}>
        {name}
      </Button>
    </div>
  );
}
