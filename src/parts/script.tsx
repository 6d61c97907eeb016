import { Trans, useLingui } from '@lingui/react/macro';
import { useRef } from 'react';
import { CopyButton } from '../ui/copy-button.tsx';
import { useCopyWords } from './use-copy-words.ts';

/** A command to hand over, with its copy button. */
export function Script({ text }: { text: string }) {
  const { t } = useLingui();
  const said = useCopyWords();
  const code = useRef<HTMLElement>(null);
  return (
    <div className="script">
      <code ref={code}>{text}</code>
      <CopyButton text={text} said={said} label={t`Copy the command`} select={() => code.current}>
        <Trans>Copy</Trans>
      </CopyButton>
    </div>
  );
}
