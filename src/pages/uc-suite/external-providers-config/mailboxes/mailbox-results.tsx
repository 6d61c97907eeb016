import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Check, MailboxResult } from '../../../../../contract/checks.ts';
import { resultsQuery } from '../../../../api/mailbox-checks.ts';
import { DiagnosisView } from '../../../../parts/diagnosis-view.tsx';
import { RequestError } from '../../../../parts/request-error.tsx';
import { Button } from '../../../../ui/button.tsx';

interface MailboxResultsProps {
  title: string;
  check: Check;
  state: MailboxResult['state'];
}

/** The results of one state, a page at a time. */
export function MailboxResults({ title, check, state }: MailboxResultsProps) {
  const { t } = useLingui();
  // The pages before this one.
  const [before, setBefore] = useState<readonly (string | undefined)[]>([]);
  const [after, setAfter] = useState<string | undefined>();
  const { data, error, errorUpdatedAt, refetch } = useQuery(resultsQuery(check, state, after));
  const go = (to: string | undefined, former: readonly (string | undefined)[]) => {
    setAfter(to);
    setBefore(former);
  };
  if (!data) return <RequestError error={error} since={errorUpdatedAt} again={() => void refetch()} />;
  const { items, next, total } = data;
  const shown = items.length;
  return (
    <>
      <table className="listed pairs stacked results">
        <caption>
          {title} <span className="muted">{shown < total ? <Trans>page {before.length + 1}, {total} in all</Trans> : total}</span>
        </caption>
        <thead>
          <tr>
            <th scope="col">
              <Trans>Mailbox</Trans>
            </th>
            <th scope="col">
              <Trans>Result</Trans>
            </th>
          </tr>
        </thead>
        <tbody>
          {items.map((result) => (
            <tr key={result.mailbox}>
              <th scope="row">{result.mailbox}</th>
              <td data-column={t`Result`}>
                <Result result={result} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {(before.length > 0 || next !== null) && (
        <div className="row">
          {before.length > 0 && (
            <Button onClick={() => go(before.at(-1), before.slice(0, -1))}>
              <Trans>Previous page</Trans>
            </Button>
          )}
          {next !== null && (
            <Button onClick={() => go(next, [...before, after])}>
              <Trans>Next page</Trans>
            </Button>
          )}
        </div>
      )}
    </>
  );
}

function Result({ result: { state, ms, diagnosis } }: { result: MailboxResult }) {
  if (diagnosis) {
    return (
      <details>
        <summary>
          <span aria-hidden="true">✕</span> {diagnosis.cause}
        </summary>
        <DiagnosisView diagnosis={diagnosis} />
      </details>
    );
  }
  if (state === 'pending') return <Trans>not checked</Trans>;
  return (
    <>
      <span aria-hidden="true">✓</span> <Trans>can be read</Trans> {ms !== null && <span className="muted">{ms} ms</span>}
    </>
  );
}
