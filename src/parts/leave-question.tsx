import { Trans } from '@lingui/react/macro';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';

/** Stay with what is not saved, or leave without it? */
export function LeaveQuestion({ onStay, onLeave }: { onStay: () => void; onLeave: () => void }) {
  return (
    <Dialog
      title={<Trans>Leave without saving?</Trans>}
      onClose={onStay}
      buttons={
        <>
          <Button look="primary" onClick={onStay}>
            <Trans>Stay</Trans>
          </Button>
          <Button onClick={onLeave}>
            <Trans>Leave</Trans>
          </Button>
        </>
      }
    >
      <p>
        <Trans>What you changed on this page is not saved.</Trans>
      </p>
    </Dialog>
  );
}
