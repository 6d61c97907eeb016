import { Trans } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import type { Check } from '../../../contract/checks.ts';
import { readTranscript } from '../../api/checks.ts';
import { healthQuery } from '../../api/health.ts';
import { usePrefetched } from '../../api/query-client.ts';
import { paths } from '../../paths.ts';
import { supportText } from './support-text.ts';
import { TranscriptTools } from './transcript-tools.tsx';

/** The protocol lines of a check, everything about it as text, and the way to what else happened to its function. Both without secrets: the backend keeps none of them. */
export function CheckTools({ check }: { check: Check }) {
  const { version } = usePrefetched(healthQuery);
  const { data: transcript, error } = useQuery({ queryKey: ['transcript', check.id], queryFn: () => readTranscript(check.id), staleTime: Number.POSITIVE_INFINITY });
  const { function: name, ref } = check;
  return (
    <TranscriptTools text={supportText(check, version, transcript ?? '')} transcript={transcript} error={error}>
      {name !== 'queue-pilot' && (
        <Link className="button text" to={paths.eventLog({ function: name })}>
          <Trans>Events of this function</Trans>
        </Link>
      )}
      {name === 'queue-pilot' && ref !== null && (
        <Link className="button text" to={paths.eventLog({ function: name, ref })}>
          <Trans>Events of this queue pilot</Trans>
        </Link>
      )}
    </TranscriptTools>
  );
}
