import { Trans } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import type { Diagnosis } from '../../../../contract/diagnosis.ts';
import { authorizationQuery } from '../../../api/authorization.ts';
import { later } from '../../../parts/later.tsx';
import { Needs } from '../../../parts/needs.tsx';
import { TimeLeft } from '../../../parts/time-left.tsx';
import { useStateWords } from './use-state-words.ts';

const SignInState = later(async () => (await import('./sign-in-state.tsx')).SignInState);

/** Step 2: the sign-in at Microsoft; there is none before the settings are saved. */
export function SignInSection({ onEdit, onOffer, isSaved }: { onEdit: () => void; onOffer: (diagnosis: Diagnosis) => void; isSaved: boolean }) {
  const words = useStateWords();
  const { data: authorization, dataUpdatedAt } = useQuery(authorizationQuery);
  return (
    <section aria-labelledby="sign-in-title">
      <div className="section-title">
        <h2 id="sign-in-title" tabIndex={-1}>
          <Trans>Sign in at Microsoft</Trans>
        </h2>
        {isSaved && authorization && (
          <span className="muted">{authorization.state === 'pending' ? <TimeLeft pending={authorization} receivedAt={dataUpdatedAt} /> : words(authorization)}</span>
        )}
      </div>
      {isSaved ? (
        <Needs needed="advanced" action={<Trans>Sign in at Microsoft</Trans>}>
          <SignInState onEdit={onEdit} onOffer={onOffer} />
        </Needs>
      ) : (
        <p className="muted">
          <Trans>After OK & Next the link and the code for the sign-in appear here.</Trans>
        </p>
      )}
    </section>
  );
}
