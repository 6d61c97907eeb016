import { useQuery } from '@tanstack/react-query';
import type { Check } from '../../../contract/checks.ts';
import { readTranscript } from '../../api/checks.ts';
import { healthQuery } from '../../api/health.ts';
import { usePrefetched } from '../../api/query-client.ts';
import { supportText } from './support-text.ts';
import { TranscriptTools } from './transcript-tools.tsx';

/** The protocol lines of a check, and everything about it as text. Both without secrets: the backend keeps none of them. */
export function CheckTools({ check }: { check: Check }) {
  const { version } = usePrefetched(healthQuery);
  const { data: transcript, error } = useQuery({ queryKey: ['transcript', check.id], queryFn: () => readTranscript(check.id), staleTime: Number.POSITIVE_INFINITY });
  return <TranscriptTools text={supportText(check, version, transcript ?? '')} transcript={transcript} error={error} />;
}
