import { Trans } from '@lingui/react/macro';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';

/** Shall the address that calendars use come to an end? */
export function CalendarQuestion({ about, onCancel, onGoOn }: { about: 'new' | 'revoke'; onCancel: () => void; onGoOn: () => void }) {
  return (
    <Dialog
      title={about === 'new' ? <Trans>Make a new address?</Trans> : <Trans>Revoke the address?</Trans>}
      onClose={onCancel}
      buttons={
        <>
          <Button look="primary" onClick={onCancel}>
            <Trans>Keep the address</Trans>
          </Button>
          <Button onClick={onGoOn}>{about === 'new' ? <Trans>Make a new address</Trans> : <Trans>Revoke</Trans>}</Button>
        </>
      }
    >
      <p>
        <Trans>The address of now ends at once: every calendar that uses it gets nothing more.</Trans>
      </p>
    </Dialog>
  );
}
