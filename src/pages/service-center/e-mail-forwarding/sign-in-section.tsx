import { Trans } from '@lingui/react/macro';
import { Suspense } from 'react';
import { later } from '../../../parts/later.ts';

const SignInState = later(async () => (await import('./sign-in-state.tsx')).SignInState);

/** Step 2: the sign-in at Microsoft; there is none before the settings are saved. */
export function SignInSection({ onEdit, isSaved }: { onEdit: () => void; isSaved: boolean }) {
  return (
    <section aria-labelledby="sign-in-title">
      {isSaved ? (
        <Suspense>
          <SignInState onEdit={onEdit} />
        </Suspense>
      ) : (
        <>
          <div className="section-title">
            <h2 id="sign-in-title">
              <Trans>Sign in at Microsoft</Trans>
            </h2>
          </div>
          <p className="muted">
            <Trans>After OK & Next the link and the code for the sign-in appear here.</Trans>
          </p>
        </>
      )}
    </section>
  );
}
