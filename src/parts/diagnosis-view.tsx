import { Plural, Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { Diagnosis } from '../../contract/diagnosis.ts';
import { CopyButton } from '../ui/copy-button.tsx';
import { ownerWords } from './owner-words.ts';
import { Script } from './script.tsx';
import { useCopyWords } from './use-copy-words.ts';

/** What is wrong, who must act, and the fix to hand over. `then` is what can be done here afterwards. */
export function DiagnosisView({ diagnosis, then }: { diagnosis: Diagnosis; then?: ReactNode }) {
  const { t } = useLingui();
  const said = useCopyWords();
  const { cause, owner, fix, tries, link, script, retryAfterMinutes, raw } = diagnosis;
  return (
    <div className="diagnosis">
      <dl>
        <dt>
          <Trans>Cause</Trans>
        </dt>
        <dd>{cause}</dd>
        <dt>
          <Trans>Who</Trans>
        </dt>
        <dd>{t(ownerWords[owner])}</dd>
        <dt>
          <Trans>Fix</Trans>
        </dt>
        <dd>
          {fix}
          {tries && <Tries tries={tries} />}
          {script && <Script text={script} />}
          {link && (
            <p className="fix-link">
              <a href={link.href} target="_blank" rel="noopener noreferrer">
                {link.text} <span aria-hidden="true">↗</span>
              </a>{' '}
              <CopyButton look="text" text={link.href} said={said} label={t`Copy link “${link.text}”`}>
                <Trans>Copy link</Trans>
              </CopyButton>
            </p>
          )}
        </dd>
        {(then || retryAfterMinutes) && (
          <>
            <dt>
              <Trans>Then</Trans>
            </dt>
            <dd>
              {retryAfterMinutes && <Wait minutes={retryAfterMinutes} />} {then}
            </dd>
          </>
        )}
        {raw && (
          <>
            <dt>
              <Trans>Answer</Trans>
            </dt>
            <dd className="code">{raw}</dd>
          </>
        )}
      </dl>
    </div>
  );
}

// What may be the reason, each with the command that shows it.
function Tries({ tries }: { tries: NonNullable<Diagnosis['tries']> }) {
  return (
    <>
      <p>
        <Trans>Try in this order:</Trans>
      </p>
      <ol className="needs">
        {tries.map(({ what, script }) => (
          <li key={what}>
            {what}
            {script && <Script text={script} />}
          </li>
        ))}
      </ol>
    </>
  );
}

function Wait({ minutes }: { minutes: number }) {
  const hours = Math.round(minutes / 60);
  if (minutes >= 60) return <Plural value={hours} one="It can take up to an hour until it counts." other="It can take up to # hours until it counts." />;
  return <Trans>Wait {minutes} minutes.</Trans>;
}
