import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { CheckRun, CheckRunItem } from '../../../contract/check-runs.ts';
import { cancelCheckRun } from '../../api/check-run-items.ts';
import { checkRunQuery, checkRunsQuery } from '../../api/check-runs.ts';
import { RequestError } from '../../parts/request-error.tsx';
import { Button } from '../../ui/button.tsx';
import { ItemMark } from './item-mark.tsx';
import { ItemName } from './item-name.tsx';

/** How far the run is, and what has failed so far. It goes on by itself, whoever looks. */
export function UnderWay({ run, items }: { run: CheckRun; items: readonly CheckRunItem[] }) {
  const { t, i18n } = useLingui();
  const client = useQueryClient();
  const cancel = useMutation({
    mutationFn: () => cancelCheckRun(run.id),
    onSuccess(ended) {
      client.setQueryData(checkRunQuery(run.id).queryKey, ended);
      void client.invalidateQueries({ queryKey: checkRunsQuery.queryKey, exact: true });
    },
  });
  const number = (value: number) => new Intl.NumberFormat(i18n.locale).format(value);
  const [done, total] = [number(run.done), number(run.total)];
  // Of thousands of queue pilots those that wait say nothing.
  const shown = items.filter(({ ref, state }) => ref === null || state !== 'pending');
  return (
    <section aria-labelledby="progress-title">
      <div className="section-title">
        <h2 id="progress-title">
          <Trans>Progress</Trans>
        </h2>
      </div>
      <p>
        <Trans>All that is set up is checked as it is saved, four at a time. You can leave this page meanwhile.</Trans>
      </p>
      <progress className="progress" value={run.done} max={run.total} aria-label={t`Progress`} />
      <p className="progress-line">
        <Trans>
          {done} of {total} checked
        </Trans>
        {run.failed > 0 && (
          <>
            {', '}
            <Plural value={run.failed} one="# failed" other="# failed" />
          </>
        )}
      </p>
      <ul className="items">
        {shown.map((item) => (
          <li key={item.position}>
            <ItemMark state={item.state} /> <ItemName item={item} />
            {item.diagnosis && <p className="muted">{item.diagnosis.cause}</p>}
          </li>
        ))}
      </ul>
      <div className="row">
        <Button onClick={() => cancel.mutate()} busy={cancel.isPending}>
          <Trans>Cancel</Trans>
        </Button>
      </div>
      <RequestError error={cancel.error} since={cancel.submittedAt} again={() => cancel.mutate()} />
    </section>
  );
}
