import { useCallback } from 'react';
import { useBeforeUnload, useBlocker } from 'react-router';
import { later } from './later.tsx';

const LeaveQuestion = later(async () => (await import('./leave-question.tsx')).LeaveQuestion);

interface LeaveGuardProps {
  when: boolean;
  /** Are the changes in what the query of the address opens, as in a panel? Then leaving that asks, too. */
  bySearch?: boolean;
}

/** With a way on after a save: nothing is lost by it. */
export const afterSave = { saved: true } as const;

/** Asks before a page with changes is left, by a link as by closing the window. */
export function LeaveGuard({ when, bySearch = false }: LeaveGuardProps) {
  const blocker = useBlocker(({ currentLocation, nextLocation }) => {
    const isElsewhere = currentLocation.pathname !== nextLocation.pathname || (bySearch && currentLocation.search !== nextLocation.search);
    return when && isElsewhere && Object(nextLocation.state).saved !== true;
  });
  useBeforeUnload(useCallback((event: BeforeUnloadEvent) => when && event.preventDefault(), [when]));
  if (blocker.state !== 'blocked') return null;
  return <LeaveQuestion onStay={() => blocker.reset()} onLeave={() => blocker.proceed()} />;
}
