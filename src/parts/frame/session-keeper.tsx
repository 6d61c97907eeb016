import { lazy, Suspense, useEffect, useSyncExternalStore } from 'react';
import { sessionGate } from '../../api/session-gate.ts';

const SignInAgain = lazy(async () => ({ default: (await import('./sign-in-again.tsx')).SignInAgain }));

/** Asks for the password again where the session has ended; the page with all that was typed stays. */
export function SessionKeeper() {
  const asking = useSyncExternalStore(sessionGate.subscribe, sessionGate.isAsking);
  useEffect(() => sessionGate.open(), []);
  if (!asking) return null;
  return (
    <Suspense>
      <SignInAgain />
    </Suspense>
  );
}
