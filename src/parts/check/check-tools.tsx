import { Trans } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { Check } from '../../../contract/checks.ts';
import { readTranscript } from '../../api/checks.ts';
import { healthQuery } from '../../api/health.ts';
import { usePrefetched } from '../../api/query-client.ts';
import { Button } from '../../ui/button.tsx';
import { CopyButton } from '../../ui/copy-button.tsx';
import { RequestError } from '../request-error.tsx';
import { useCopyWords } from '../use-copy-words.ts';
import { supportText } from './support-text.ts';

/** The protocol lines of a check, and everything about it as text. Both without secrets: the backend keeps none of them. */
export function CheckTools({ check }: { check: Check }) {
  const said = useCopyWords();
  const [shown, setShown] = useState(false);
  const place = useRef<HTMLPreElement>(null);
  const { version } = usePrefetched(healthQuery);
  const { data: transcript, error } = useQuery({ queryKey: ['transcript', check.id], queryFn: () => readTranscript(check.id), staleTime: Number.POSITIVE_INFINITY });
  return (
    <>
      <div className="row">
        <Button look="text" aria-expanded={shown} onClick={() => setShown(!shown)}>
          {shown ? <Trans>Hide transcript</Trans> : <Trans>Show transcript</Trans>}
        </Button>
        <CopyButton look="text" text={supportText(check, version, transcript ?? '')} said={said} select={() => place.current}>
          <Trans>Copy for support</Trans>
        </CopyButton>
      </div>
      <RequestError error={shown ? error : null} />
      {shown && transcript !== undefined && (
        <pre ref={place} className="transcript">
          {transcript.trim() === '' ? <Trans>No server was reached.</Trans> : transcript}
        </pre>
      )}
    </>
  );
}
