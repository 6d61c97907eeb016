import { Trans } from '@lingui/react/macro';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import type { CheckRun } from '../../../contract/check-runs.ts';
import { checkRunQuery, checkRunsQuery, startCheckRun } from '../../api/check-runs.ts';
import { RequestError } from '../../parts/request-error.tsx';
import { paths } from '../../paths.ts';
import { Button } from '../../ui/button.tsx';

/** Starts a run over all that is set up, and goes where it is seen; while one is under way the way there. */
export function StartCheckRun({ running }: { running: CheckRun | null }) {
  const client = useQueryClient();
  const navigate = useNavigate();
  const [{ busy, error, since }, set] = useState<{ busy: boolean; error: unknown; since: number }>({ busy: false, error: null, since: 0 });
  const start = async () => {
    set({ busy: true, error: null, since: Date.now() });
    try {
      const run = await startCheckRun();
      client.setQueryData(checkRunQuery(run.id).queryKey, run);
      void client.invalidateQueries({ queryKey: checkRunsQuery.queryKey, exact: true });
      await navigate(paths.checkEverything(run.id));
    } catch (failed) {
      set((before) => ({ ...before, busy: false, error: failed }));
    }
  };
  if (running) {
    const { done, total } = running;
    return (
      <p className="row">
        <Link to={paths.checkEverything(running.id)} className="button plain">
          <Trans>Everything is being checked: {done} of {total}</Trans>
        </Link>
      </p>
    );
  }
  return (
    <>
      <div className="row">
        <Button look="primary" busy={busy} onClick={() => void start()}>
          <Trans>Check everything</Trans>
        </Button>
        <span className="muted">
          <Trans>Checks all that is set up, as it is saved, and ends in an acceptance report.</Trans>
        </span>
      </div>
      <RequestError error={error} since={since} again={() => void start()} />
    </>
  );
}
