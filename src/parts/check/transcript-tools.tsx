import { Trans } from '@lingui/react/macro';
import { useRef, useState, type ReactNode } from 'react';
import { Button } from '../../ui/button.tsx';
import { CopyButton } from '../../ui/copy-button.tsx';
import { RequestError } from '../request-error.tsx';
import { useCopyWords } from '../use-copy-words.ts';

interface TranscriptToolsProps {
  /** What is copied for support. */
  text: string;
  /** What was said; undefined while it is fetched. */
  transcript: string | undefined;
  /** Why it could not be fetched. */
  error?: Error | null;
  /** What else there is to look at. */
  children?: ReactNode;
}

/** Shows what was said to the servers, and copies all that support needs. */
export function TranscriptTools({ text, transcript, error = null, children }: TranscriptToolsProps) {
  const said = useCopyWords();
  const [shown, setShown] = useState(false);
  const place = useRef<HTMLPreElement>(null);
  return (
    <>
      <div className="row">
        <Button look="text" aria-expanded={shown} onClick={() => setShown(!shown)}>
          {shown ? <Trans>Hide transcript</Trans> : <Trans>Show transcript</Trans>}
        </Button>
        <CopyButton look="text" text={text} said={said} select={() => place.current}>
          <Trans>Copy for support</Trans>
        </CopyButton>
        {children}
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
