import { Trans, useLingui } from '@lingui/react/macro';
import type { Diagnosis } from '../../../../contract/diagnosis.ts';
import type { AuthorizationAction } from '../../../api/authorization.ts';
import { DiagnosisView } from '../../../parts/diagnosis-view.tsx';
import { Button } from '../../../ui/button.tsx';
import { DateTime } from '../../../ui/time.tsx';
import { ForwardingOffer } from './forwarding-offer.tsx';
import { outcomeKind, outcomeTitle, type EndedState, type OutcomeKind } from './outcome-words.ts';

interface SignInEndedProps {
  authorization: EndedState;
  busy: boolean;
  locale: string;
  onAct: (action: AuthorizationAction) => void;
  onEdit: () => void;
  onOffer: (diagnosis: Diagnosis) => void;
}

/** A try, or a sign-in, that came to its end: what it was, why, and the next step. */
export function SignInEnded({ authorization, busy, locale, onAct, onEdit, onOffer }: SignInEndedProps) {
  const { t } = useLingui();
  const { diagnosis, current, since } = authorization;
  const kind = outcomeKind(authorization);
  const isCorrected = kind === 'settings' || diagnosis.pointer !== undefined;
  return (
    <>
      <h3 className="outcome">
        {t(outcomeTitle(kind))}{' '}
        <span className="muted">
          {kind === 'sign-in-required' ? (
            <Trans>
              since <DateTime at={since} locale={locale} />
            </Trans>
          ) : (
            <DateTime at={since} locale={locale} />
          )}
        </span>
      </h3>
      <DiagnosisView diagnosis={diagnosis} />
      <ForwardingOffer diagnosis={diagnosis} onTake={onOffer} />
      <div className="row">
        {isCorrected && !diagnosis.offer && (
          <Button look="primary" onClick={onEdit}>
            <Trans>Correct the settings</Trans>
          </Button>
        )}
        <Button look={isCorrected || diagnosis.offer ? 'plain' : 'primary'} busy={busy} onClick={() => onAct('renew')}>
          <NextTry kind={kind} />
        </Button>
        {isCorrected && diagnosis.offer && (
          <Button look="text" onClick={onEdit}>
            <Trans>Correct the settings</Trans>
          </Button>
        )}
        {current && (
          <Button look="text" busy={busy} onClick={() => onAct('cancel')}>
            <Trans>Stay with the former sign-in</Trans>
          </Button>
        )}
      </div>
    </>
  );
}

function NextTry({ kind }: { kind: OutcomeKind }) {
  switch (kind) {
    case 'declined':
    case 'expired':
    case 'second-factor':
      return <Trans>Get a new code</Trans>;
    case 'consent':
      return <Trans>Consent is given: get a new code</Trans>;
    case 'assignment':
      return <Trans>It is assigned: get a new code</Trans>;
    case 'sign-in-required':
      return <Trans>Sign in again</Trans>;
    default:
      return <Trans>Try again</Trans>;
  }
}
