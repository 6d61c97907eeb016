import { Trans, useLingui } from '@lingui/react/macro';
import { useRef, type ReactNode } from 'react';
import { CopyButton } from '../../ui/copy-button.tsx';
import { Script } from '../script.tsx';
import { useCopyWords } from '../use-copy-words.ts';
import type { StepDetail } from './step-detail.ts';

/** One step: where, what, and each value to copy. `written`: the address stands there in full, since paper has no links. */
export function StepView({ detail, written = false }: { detail: StepDetail; written?: boolean }) {
  const { path, link, formerly, notes, values = [], script } = detail;
  return (
    <div className="step">
      <p>
        {link && !written ? <Out href={link}>{path}</Out> : path}
      </p>
      {formerly && (
        <p className="muted">
          <Trans>formerly: {formerly}</Trans>
        </p>
      )}
      {link && written && (
        <p className="code">
          <Out href={link}>{link}</Out>
        </p>
      )}
      {values.map((value) => (
        <Value key={value.text} {...value} />
      ))}
      <ul>
        {notes.map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
      {script && <Script {...script} />}
    </div>
  );
}

function Out({ href, children }: { href: string; children: ReactNode }) {
  return (
    <a href={href} target="_blank" rel="noopener noreferrer">
      {children} <span aria-hidden="true">↗</span>
    </a>
  );
}

function Value({ name, text }: { name?: string; text: string }) {
  const { t } = useLingui();
  const said = useCopyWords();
  const code = useRef<HTMLElement>(null);
  const what = name ?? text;
  const isLink = text.startsWith('https://');
  return (
    <div className="value">
      <span>
        {name && <span className="muted">{name}</span>}{' '}
        <code ref={code}>
          {isLink ? (
            <a href={text} target="_blank" rel="noopener noreferrer">
              {text}
            </a>
          ) : (
            text
          )}
        </code>
      </span>
      <CopyButton look="text" text={text} said={said} label={t`Copy ${what}`} select={() => code.current}>
        <Trans>Copy</Trans>
      </CopyButton>
    </div>
  );
}
