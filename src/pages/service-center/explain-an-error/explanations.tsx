import { Plural, Trans } from '@lingui/react/macro';
import type { Explained } from '../../../../contract/explained.ts';
import type { Retry } from '../../../../contract/diagnosis.ts';
import { DiagnosisView } from '../../../parts/diagnosis-view.tsx';

/** What was found in a text, each with its place in it. */
export function Explanations({ items }: { items: readonly Explained[] }) {
  return (
    <ol className="explained">
      {items.map((item) => (
        <li key={item.code}>
          <Place item={item} />
          <DiagnosisView diagnosis={item} then={<Then item={item} />} />
        </li>
      ))}
    </ol>
  );
}

function Place({ item: { line, count } }: { item: Explained }) {
  if (line === null && count === 1) return null;
  return (
    <p className="muted">
      {line === null ? <Trans>In an encoded part</Trans> : <Trans>Line {line}</Trans>}
      {count > 1 && (
        <>
          {' · '}
          <Plural value={count} one="once" other="# times" />
        </>
      )}
    </p>
  );
}

function Then({ item: { retry, script = '', tries = [] } }: { item: Explained }) {
  const isToFill = [script, ...tries.map((one) => one.script ?? '')].some((one) => /<[^<>]+>/.test(one));
  return (
    <>
      <RetryWords retry={retry} />
      {isToFill && (
        <>
          {' '}
          <Trans>In the commands replace what stands in &lt; &gt;.</Trans>
        </>
      )}
    </>
  );
}

function RetryWords({ retry }: { retry: Retry }) {
  if (retry === 'no') return <Trans>Trying again without a change does not help.</Trans>;
  return retry === 'later' ? <Trans>Then trying again helps.</Trans> : <Trans>Try again.</Trans>;
}
