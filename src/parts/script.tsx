import { Trans, useLingui } from '@lingui/react/macro';
import { useRef } from 'react';
import { Button } from '../ui/button.tsx';
import { CopyButton } from '../ui/copy-button.tsx';
import { download } from '../ui/download.ts';
import { useCopyWords } from './use-copy-words.ts';

/** A command or a script to hand over, with its copy button; with `file` it can be taken along under that name, too. */
export function Script({ text, file }: { text: string; file?: string }) {
  const { t } = useLingui();
  const said = useCopyWords();
  const code = useRef<HTMLElement>(null);
  const isLong = text.includes('\n');
  const shown = <code ref={code}>{text}</code>;
  return (
    <div className={isLong ? 'script long' : 'script'}>
      {isLong ? <pre>{shown}</pre> : shown}
      <div className="script-tools">
        <CopyButton text={text} said={said} label={isLong ? t`Copy the script` : t`Copy the command`} select={() => code.current}>
          <Trans>Copy</Trans>
        </CopyButton>
        {file && (
          <Button aria-label={t`Download ${file}`} onClick={() => download(file, text)}>
            <Trans>Download</Trans>
          </Button>
        )}
      </div>
    </div>
  );
}
