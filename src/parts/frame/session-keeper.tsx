import { useEffect, useSyncExternalStore } from 'react';
import { sessionGate } from '../../api/session-gate.ts';
import { later } from '../later.tsx';

const SignInAgain = later(async () => (await import('./sign-in-again.tsx')).SignInAgain);

/** Asks for the password again where the session has ended; the page with all that was typed stays. */
export function SessionKeeper() {
  const asking = useSyncExternalStore(sessionGate.subscribe, sessionGate.isAsking);
  useEffect(() => sessionGate.open(), []);
  return asking ? <SignInAgain /> : null;
}
