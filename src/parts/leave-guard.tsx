import { Trans } from '@lingui/react/macro';
import { useCallback } from 'react';
import { useBeforeUnload, useBlocker } from 'react-router';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';

/** Asks before a page with changes is left, by a link as by closing the window. */
export function LeaveGuard({ when }: { when: boolean }) {
  const blocker = useBlocker(({ currentLocation, nextLocation }) => when && currentLocation.pathname !== nextLocation.pathname);
  useBeforeUnload(useCallback((event: BeforeUnloadEvent) => when && event.preventDefault(), [when]));
  if (blocker.state !== 'blocked') return null;
  return (
    <Dialog
      title={<Trans>Leave without saving?</Trans>}
      onClose={() => blocker.reset()}
      buttons={
        <>
          <Button look="primary" onClick={() => blocker.reset()}>
            <Trans>Stay</Trans>
          </Button>
          <Button onClick={() => blocker.proceed()}>
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
