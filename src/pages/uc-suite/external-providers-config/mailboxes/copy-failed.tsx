import { Trans } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { useRef } from 'react';
import { failedMailboxesQuery } from '../../../../api/mailbox-checks.ts';
import { useCopyWords } from '../../../../parts/use-copy-words.ts';
import { CopyButton } from '../../../../ui/copy-button.tsx';

/** Copies the addresses that failed, of all pages, one a line. */
export function CopyFailed({ id }: { id: string }) {
  const said = useCopyWords();
  const list = useRef<HTMLPreElement>(null);
  const { data } = useQuery(failedMailboxesQuery(id));
  if (!data) return null;
  const text = data.join('\n');
  return (
    <>
      <CopyButton look="text" text={text} said={said} select={() => list.current}>
        <Trans>Copy failed addresses</Trans>
      </CopyButton>
      <pre ref={list} className="visually-hidden" aria-hidden="true">
        {text}
      </pre>
    </>
  );
}
