import { useCallback } from 'react';
import { useBeforeUnload, useBlocker } from 'react-router';
import { later } from './later.tsx';

const LeaveQuestion = later(async () => (await import('./leave-question.tsx')).LeaveQuestion);

/** Asks before a page with changes is left, by a link as by closing the window. */
export function LeaveGuard({ when }: { when: boolean }) {
  const blocker = useBlocker(({ currentLocation, nextLocation }) => when && currentLocation.pathname !== nextLocation.pathname);
  useBeforeUnload(useCallback((event: BeforeUnloadEvent) => when && event.preventDefault(), [when]));
  if (blocker.state !== 'blocked') return null;
  return <LeaveQuestion onStay={() => blocker.reset()} onLeave={() => blocker.proceed()} />;
}
