import type { Diagnosis } from '../../../contract/diagnosis.ts';
import { healthQuery } from '../../api/health.ts';
import { usePrefetched } from '../../api/query-client.ts';
import { lookText } from './support-text.ts';
import { TranscriptTools } from './transcript-tools.tsx';

interface LookToolsProps {
  /** What was looked at, and what it brought. */
  title: string;
  found: string;
  answer: { diagnosis?: Diagnosis | undefined; transcript: string[] };
}

/** What was said for a look at a mailbox or the directory, and all about it as text. */
export function LookTools({ title, found, answer }: LookToolsProps) {
  const { version } = usePrefetched(healthQuery);
  return <TranscriptTools text={lookText(title, found, answer, version)} transcript={answer.transcript.join('\n')} />;
}
