import { Trans, useLingui } from '@lingui/react/macro';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from '../../../../../contract/addresses.ts';
import type { Check } from '../../../../../contract/checks.ts';
import { cancelCheck, startCheck } from '../../../../api/checks.ts';
import { functionsQuery } from '../../../../api/functions.ts';
import { lastMailboxCheckQuery } from '../../../../api/mailbox-checks.ts';
import { useLongPoll } from '../../../../api/use-long-poll.ts';
import { RequestError } from '../../../../parts/request-error.tsx';
import { announce } from '../../../../ui/announcer.tsx';
import { RelativeTime } from '../../../../ui/time.tsx';
import { MailboxCheck } from './mailbox-check.tsx';
import { MailboxListForm } from './mailbox-list-form.tsx';

/** Many users' mailboxes, each with its result. The check belongs to the backend: it goes on when the page is closed. */
export function CheckMailboxes({ isConfigured }: { isConfigured: boolean }) {
  const { t, i18n } = useLingui();
  const client = useQueryClient();
  const query = lastMailboxCheckQuery;
  const { data: check, error, errorUpdatedAt, refetch } = useQuery(query);
  const show = (next: Check) => client.setQueryData(query.queryKey, next);
  const start = useMutation({ mutationFn: (mailboxes: string[]) => startCheck({ function: 'exchange-calendar', input: { mailboxes } }), onSuccess: show });
  const cancel = useMutation({ mutationFn: cancelCheck, onSuccess: show });
  const running = check?.state === 'running';

  const quarterOf = ({ mailboxes }: Check) => (mailboxes ? Math.floor((mailboxes.done * 4) / mailboxes.total) : 0);
  const before = check ? quarterOf(check) : 0;
  useLongPoll<Check>(query.queryKey, running ? api.check(check.id) : null, (next) => {
    const { done = 0, total = 0, failed = 0 } = next.mailboxes ?? {};
    // A quarter of them is news.
    if (next.state === 'running' && quarterOf(next) > before) announce(t`${done} of ${total} mailboxes are checked, ${failed} failed.`);
    if (next.state === 'running') return;
    announce(next.state === 'cancelled' ? t`The check was cancelled.` : t`The check has ended: ${done} of ${total} mailboxes are checked, ${failed} failed.`);
    void client.invalidateQueries({ queryKey: functionsQuery.queryKey });
  });

  const endedAt = check?.endedAt;
  return (
    <section aria-labelledby="check-mailboxes-title">
      <div className="section-title">
        <h2 id="check-mailboxes-title">
          <Trans>Check mailboxes</Trans>
        </h2>
        <span className="muted">{running ? <Trans>running</Trans> : endedAt && <RelativeTime at={endedAt} locale={i18n.locale} />}</span>
      </div>
      <p className="muted">
        <Trans>Every user needs a valid address. Here the calendar of each one is read once, four at a time; the check goes on when this page is closed.</Trans>
      </p>
      {isConfigured ? (
        <MailboxListForm isBusy={start.isPending} isRunning={running} onCheck={(mailboxes) => start.mutateAsync(mailboxes)} onCancel={() => check && cancel.mutate(check.id)} />
      ) : (
        <p>
          <Trans>Save the settings first: the mailboxes are read with them.</Trans>
        </p>
      )}
      <RequestError error={cancel.error ?? start.error} since={start.submittedAt} />
      <RequestError error={error} since={errorUpdatedAt} again={() => void refetch()} />
      {check && <MailboxCheck key={check.id} check={check} />}
    </section>
  );
}
