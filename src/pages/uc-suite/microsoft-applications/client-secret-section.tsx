import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../../../contract/addresses.ts';
import type { ApplicationDetails, ApplicationSecret } from '../../../../contract/applications.ts';
import type { Renewal } from '../../../../contract/renewal.ts';
import { functionsQuery } from '../../../api/functions.ts';
import { applicationQuery, renewalQuery, type Target } from '../../../api/renewals.ts';
import { useLongPoll } from '../../../api/use-long-poll.ts';
import { RoleNote } from '../../../parts/role-note.tsx';
import { useMay } from '../../../parts/use-may.ts';
import { useSourceName } from '../../../parts/use-source-name.ts';
import { announce } from '../../../ui/announcer.tsx';
import { Button } from '../../../ui/button.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { DateTime, RelativeTime } from '../../../ui/time.tsx';
import { EndOfSecret } from './end-of-secret.tsx';
import { RenewForm } from './renew-form.tsx';
import { RenewalView } from './renewal-view.tsx';

interface ClientSecretSectionProps {
  application: ApplicationDetails;
  renewal: Renewal;
  target: Target;
}

/** The client secret of an application, as it is stored with each who uses it, and how it is renewed for all of them. */
export function ClientSecretSection({ application, renewal, target }: ClientSecretSectionProps) {
  const { t } = useLingui();
  const client = useQueryClient();
  const mayChange = useMay('advanced');
  const [isEntering, setEntering] = useState(false);
  const { secrets, uses, withoutSecret } = application;
  const { state, counts } = renewal;
  const goesOn = state === 'checking' || counts.switched + counts.refused > 0;
  const say = (next: Renewal) => {
    if (next.state === 'switched' && state === 'checking') announce(t`The new secret is switched for all.`);
    if ((next.state === 'failed' || next.state === 'changed') && state === 'checking') announce(t`The new secret was not switched.`);
    for (const { queryKey } of [applicationQuery(target), functionsQuery]) void client.invalidateQueries({ queryKey });
    void client.invalidateQueries({ queryKey: ['applications'], exact: true });
  };
  useLongPoll<Renewal>(renewalQuery(target).queryKey, goesOn ? api.renewal(target.cloud, target.tenantId, target.applicationId) : null, (next) => next.state !== 'checking' && say(next));
  const changed = (next: Renewal) => {
    client.setQueryData(renewalQuery(target).queryKey, next);
    say(next);
  };

  return (
    <section aria-labelledby="secret-title">
      <h2 id="secret-title" tabIndex={-1}>
        <Trans>Client Secret</Trans>
      </h2>
      {uses === 0 ? (
        <p>
          <Trans>There is none: E-mail forwarding signs in by a code, with the account of a person.</Trans>
        </p>
      ) : (
        <>
          {secrets.length > 1 && (
            <Notice tone="warn">
              <p>
                <Trans>Its users have different secrets. That works for as long as none of them ends. A renewal gives all of them the same one.</Trans>
              </p>
            </Notice>
          )}
          <ul className="plain-list">
            {secrets.map((secret) => (
              <li key={`${secret.hint} ${secret.endsAt}`}>
                <StoredSecret secret={secret} isOnly={secrets.length === 1 && withoutSecret === 0} />
              </li>
            ))}
            {withoutSecret > 0 && (
              <li>
                <Plural value={withoutSecret} one="# user has no secret." other="# users have no secret." />
              </li>
            )}
          </ul>
          <RenewalView renewal={renewal} target={target} application={application} mayChange={mayChange} isEntering={isEntering} onChanged={changed} />
          {!mayChange && <RoleNote needed="advanced" action={<Trans>Renew secret</Trans>} />}
          {mayChange && state !== 'checking' && !isEntering && (
            <p className="row not-printed">
              <Button look={renewal.canCheckAgain ? 'plain' : 'primary'} onClick={() => setEntering(true)}>
                {renewal.canCheckAgain ? <Trans>Enter another secret</Trans> : <Trans>Renew secret</Trans>}
              </Button>
            </p>
          )}
          {isEntering && (
            <RenewForm
              application={application}
              target={target}
              onBegun={(next) => {
                setEntering(false);
                changed(next);
                announce(t`The new secret is being checked.`);
              }}
              onClose={() => setEntering(false)}
            />
          )}
        </>
      )}
    </section>
  );
}

function StoredSecret({ secret: { hint, changedFrom, changedTo, endsAt, uses, first }, isOnly }: { secret: ApplicationSecret; isOnly: boolean }) {
  const { i18n } = useLingui();
  const nameOf = useSourceName();
  const from = <DateTime at={changedFrom} locale={i18n.locale} day />;
  const to = <DateTime at={changedTo} locale={i18n.locale} day />;
  const age = <RelativeTime at={changedTo} locale={i18n.locale} />;
  const name = <bdi>{nameOf(first)}</bdi>;
  const more = uses - 1;
  return (
    <>
      <strong className="code">{hint ?? '…'}</strong> {' · '}
      {changedFrom.slice(0, 10) === changedTo.slice(0, 10) ? <Trans>set on {to}, {age}</Trans> : <Trans>set between {from} and {to}</Trans>}
      {' · '}
      <EndOfSecret at={endsAt} />
      {!isOnly && (
        <>
          {' · '}
          {more === 0 ? <Trans>used by {name}</Trans> : <Trans>used by {name} and {more} more</Trans>}
        </>
      )}
    </>
  );
}
