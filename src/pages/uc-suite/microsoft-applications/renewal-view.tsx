import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { ApplicationDetails } from '../../../../contract/applications.ts';
import { portalLink } from '../../../../contract/portal.ts';
import type { Renewal, RenewalUseState } from '../../../../contract/renewal.ts';
import { ApiProblem } from '../../../api/request.ts';
import { backToOldSecret, cancelRenewal, renewalQuery, startRenewal, switchAnyway, type Target } from '../../../api/renewals.ts';
import { RequestError } from '../../../parts/request-error.tsx';
import { Button } from '../../../ui/button.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { DateTime } from '../../../ui/time.tsx';
import { RenewalUses } from './renewal-uses.tsx';

// With more of them only what needs somebody is listed.
const mostListed = 50;
const needy: readonly RenewalUseState[] = ['failed', 'changed', 'refused'];
const every: readonly RenewalUseState[] = ['pending', 'passed', 'failed', 'changed', 'gone', 'switched', 'refused', 'proven', 'replaced', 'returned'];

interface RenewalViewProps {
  renewal: Renewal;
  target: Target;
  application: ApplicationDetails;
  mayChange: boolean;
  /** Is another secret being entered below? */
  isEntering: boolean;
  onChanged: (renewal: Renewal) => void;
}

/** A renewal under way, or how the last one ended, with what can be done next. */
export function RenewalView({ renewal, target, application, mayChange, isEntering, onChanged }: RenewalViewProps) {
  const { t, i18n } = useLingui();
  const client = useQueryClient();
  const act = useMutation({ mutationFn: (work: () => Promise<Renewal>) => work(), onSuccess: onChanged, onError: () => void client.invalidateQueries({ queryKey: renewalQuery(target).queryKey }) });
  const { state, counts, total, hint, by, endedAt, canCheckAgain, canSwitch } = renewal;
  const over = state === 'none' || (state === 'cancelled' && !canCheckAgain);
  if (over) return null;
  const button = (name: ReactNode, work: () => Promise<Renewal>, look: 'primary' | 'plain' = 'plain') => (
    <Button look={look} busy={act.isPending} onClick={() => act.mutate(work)}>
      {name}
    </Button>
  );
  const again = button(<Trans>Check again</Trans>, () => startRenewal(target, {}), 'primary');
  const discard = button(<Trans>Discard the new secret</Trans>, () => cancelRenewal(target));
  const { failed } = counts;
  const done = total - counts.pending;
  const keeping = counts.switched + counts.refused;
  // Nothing is left to be said of anybody.
  const isDone = state === 'switched' && counts.proven === total;
  const at = endedAt && <DateTime at={endedAt} locale={i18n.locale} />;
  return (
    <div className="renewal">
      {state === 'checking' && (
        <>
          <progress className="progress" value={done} max={total} aria-label={t`Progress`} />
          <p className="progress-line">
            <strong>
              <Trans>
                {done} of {total} checked
              </Trans>
              {' · '}
              <Trans>{failed} failed</Trans>
            </strong>{' '}
            <span className="muted">
              <Trans>
                The new secret {hint}, entered by {by}. Nothing is switched before all have been checked.
              </Trans>
            </span>
          </p>
          {mayChange && <p className="row">{button(<Trans>Cancel</Trans>, () => cancelRenewal(target))}</p>}
        </>
      )}
      {state === 'failed' && (
        <Notice tone="bad">
          <p>
            <strong>
              <Trans>The new secret {hint} was not switched, for anybody.</Trans>
            </strong>{' '}
            {failed === 0 ? <Trans>There is nobody left who could take it.</Trans> : <Trans>{failed} of {total} failed with it; see why below. All go on with the old secret.</Trans>}
          </p>
          {canSwitch && (
            <p>
              <Trans>The secret itself was accepted for all; what failed came after it. Where that was so before, too, you can switch nevertheless.</Trans>
            </p>
          )}
          {mayChange && canCheckAgain && (
            <p className="row">
              {again}
              {canSwitch && button(<Trans>Switch for all nevertheless</Trans>, () => switchAnyway(target))}
              {discard}
            </p>
          )}
        </Notice>
      )}
      {state === 'changed' && (
        <Notice tone="warn">
          <p>
            <strong>
              <Trans>The new secret {hint} was not switched, for anybody.</Trans>
            </strong>{' '}
            <Trans>Somebody saved the ones marked below while it was being checked. Check again with what is saved now.</Trans>
          </p>
          {mayChange && canCheckAgain && <p className="row">{again}{discard}</p>}
        </Notice>
      )}
      {state === 'cancelled' && (
        <Notice tone="info">
          <p>
            <Trans>The check of the new secret {hint} was cancelled; nothing was switched. It is kept, sealed, until you discard it.</Trans>
          </p>
          {mayChange && <p className="row">{again}{discard}</p>}
        </Notice>
      )}
      {state === 'switched' && (
        <Notice tone={counts.refused > 0 ? 'bad' : counts.returned > 0 ? 'warn' : 'ok'}>
          <p>
            <strong>
              {counts.returned > 0 ? <Trans>The old secret was taken back.</Trans> : <Trans>All have the new secret {hint} since {at}, by {by}.</Trans>}
            </strong>{' '}
            {counts.refused > 0 && <Trans>Its first use has failed, see below. The old secret is still kept.</Trans>}
            {counts.refused === 0 && keeping > 0 && <Plural value={keeping} one="The old one is kept until # user has used the new one; the checks come by themselves." other="The old one is kept until # users have used the new one; the checks come by themselves." />}
            {keeping === 0 && counts.returned === 0 && counts.proven > 0 && <Trans>It was used, and the old one is dropped here. Now it can be deleted in the portal, too.</Trans>}
          </p>
          {keeping === 0 && counts.returned === 0 && (
            <p className="not-printed">
              <a href={portalLink('secrets', { ...application, tenantId: application.tenantGuid ?? application.tenantId })} target="_blank" rel="noopener noreferrer">
                <Trans>Certificates & secrets in the portal</Trans> <span aria-hidden="true">↗</span>
              </a>
            </p>
          )}
          {mayChange && keeping > 0 && <p className="row">{button(<Trans>Back to the old secret</Trans>, () => backToOldSecret(target))}</p>}
        </Notice>
      )}
      {isOvertaken(act.error) ? (
        <Notice tone="warn" alert>
          <p>
            <Trans>It stands otherwise meanwhile: see above how. Nothing was changed by this.</Trans>
          </p>
        </Notice>
      ) : (
        <RequestError error={act.error} since={act.submittedAt} />
      )}
      {!isDone && !isEntering && <RenewalUses renewal={renewal} target={target} states={total > mostListed ? needy : every} />}
    </div>
  );
}

// Somebody else, or the renewal itself, was faster.
function isOvertaken(error: unknown): boolean {
  return error instanceof ApiProblem && (error.problem === 'renewal-under-way' || error.problem === 'secret-not-accepted' || error.problem === 'no-former-secret');
}
