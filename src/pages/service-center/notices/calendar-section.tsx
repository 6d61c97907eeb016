import { Trans, useLingui } from '@lingui/react/macro';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { makeCalendarAddress, noticesQuery, revokeCalendarAddress } from '../../../api/notices.ts';
import { usePrefetched } from '../../../api/query-client.ts';
import { RequestError } from '../../../parts/request-error.tsx';
import { RoleNote } from '../../../parts/role-note.tsx';
import { useCopyWords } from '../../../parts/use-copy-words.ts';
import { announce } from '../../../ui/announcer.tsx';
import { Button } from '../../../ui/button.tsx';
import { CopyButton } from '../../../ui/copy-button.tsx';
import { DateTime } from '../../../ui/time.tsx';
import { CalendarQuestion } from './calendar-question.tsx';

/** What ends as a calendar that others subscribe to, by an address that can be revoked. */
export function CalendarSection({ mayChange }: { mayChange: boolean }) {
  const { t, i18n } = useLingui();
  const client = useQueryClient();
  const said = useCopyWords();
  const { calendar } = usePrefetched(noticesQuery).settings;
  const [asks, ask] = useState<'new' | 'revoke' | null>(null);
  const shown = useRef<HTMLElement>(null);
  const refresh = () => client.invalidateQueries({ queryKey: noticesQuery.queryKey, exact: true });
  const make = useMutation({
    mutationFn: makeCalendarAddress,
    onSuccess: () => announce(t`The address of the calendar was made. Copy it now.`),
    onSettled: refresh,
  });
  const revoke = useMutation({
    mutationFn: revokeCalendarAddress,
    onSuccess() {
      make.reset();
      announce(t`The address of the calendar was revoked.`);
    },
    onSettled: refresh,
  });
  const address = make.data && new URL(make.data.path, window.location.origin).href;
  const { madeAt, madeBy } = calendar;
  return (
    <section aria-labelledby="calendar-title">
      <div className="section-title">
        <h2 id="calendar-title">
          <Trans>Calendar</Trans>
        </h2>
      </div>
      <p className="muted">
        <Trans>What ends, as a calendar that Outlook and others subscribe to (iCal). Its address has a key in it: whoever knows the address reads it, without a sign-in.</Trans>
      </p>
      {!calendar.set && (
        <p>
          <Trans>There is no address yet.</Trans>
        </p>
      )}
      {calendar.set && madeAt && (
        <p>
          <Trans>
            There is an address, made on <DateTime at={madeAt} locale={i18n.locale} /> by {madeBy}.
          </Trans>{' '}
          {!address && <Trans>It is not shown again; if it is lost, make a new one.</Trans>}
        </p>
      )}
      {address && calendar.set && (
        <div className="once">
          <p>
            <Trans>Copy it now: it is shown this once.</Trans>
          </p>
          <p className="row">
            <code ref={shown}>{address}</code>
            <CopyButton text={address} said={said} label={t`Copy the address of the calendar`} select={() => shown.current}>
              <Trans>Copy</Trans>
            </CopyButton>
          </p>
        </div>
      )}
      <RequestError error={make.error ?? revoke.error} since={make.error ? make.submittedAt : revoke.submittedAt} />
      {mayChange ? (
        <div className="row">
          <Button busy={make.isPending} onClick={() => (calendar.set ? ask('new') : make.mutate())}>
            {calendar.set ? <Trans>Make a new address</Trans> : <Trans>Make an address</Trans>}
          </Button>
          {calendar.set && (
            <Button busy={revoke.isPending} onClick={() => ask('revoke')}>
              <Trans>Revoke</Trans>
            </Button>
          )}
        </div>
      ) : (
        <RoleNote needed="advanced" action={<Trans>Make an address</Trans>} />
      )}
      {asks && (
        <CalendarQuestion
          about={asks}
          onCancel={() => ask(null)}
          onGoOn={() => {
            ask(null);
            if (asks === 'new') make.mutate();
            else revoke.mutate();
          }}
        />
      )}
    </section>
  );
}
