import { Trans } from '@lingui/react/macro';
import { Button } from '../../../../ui/button.tsx';
import { Dialog } from '../../../../ui/dialog.tsx';

/** Shall all keywords of the language be the defaults again? */
export function ResetQuestion({ onCancel, onReset }: { onCancel: () => void; onReset: () => void }) {
  return (
    <Dialog
      title={<Trans>Reset the keywords of this language?</Trans>}
      onClose={onCancel}
      buttons={
        <>
          <Button look="primary" onClick={onCancel}>
            <Trans>Keep them</Trans>
          </Button>
          <Button onClick={onReset}>
            <Trans>Reset</Trans>
          </Button>
        </>
      }
    >
      <p>
        <Trans>All seven become the defaults again, at once and for all users with this voicemail language.</Trans>
      </p>
    </Dialog>
  );
}
