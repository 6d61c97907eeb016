import { Trans } from '@lingui/react/macro';
import type { PresenceRule } from '../../../../../contract/presence.ts';
import type { TriedSubject } from '../../../../api/presence.ts';
import { PresenceChanges } from './presence-changes.tsx';
import { PresenceTimeline } from './presence-timeline.tsx';
import { shortenedScale, stretchesOf } from './timeline.ts';
import { usePresenceNames } from './use-presence-names.ts';

const minuteMs = 60_000;
const pollMs = minuteMs / 2;
const ruleMs = 3 * minuteMs;
const extensionMs = 15 * minuteMs;
const marks: Partial<Record<PresenceRule, string>> = { 'sets': '✓', 'depends-on-poll': '▲' };

/** The keyword in the subject, the sentence that says why, and the presence line with the times that the rules are about. */
export function SubjectResult({ tried }: { tried: TriedSubject }) {
  const { subject, preview } = tried;
  const { rule, keyword, why, line } = preview;
  const names = usePresenceNames();
  const status = keyword && names[keyword.status];
  const [now, start, end] = [tried.now, preview.start, preview.end].map((instant) => Date.parse(instant)) as [number, number, number];
  const last = Date.parse(line.at(-1)?.at ?? preview.end);
  const [from, to] = [Math.min(now, start), Math.max(now + ruleMs + pollMs, end, last) + extensionMs];
  const stretches = stretchesOf(line, now, to);
  const polls = stretches.filter((stretch) => stretch.from > now && !stretch.isExtension).map((stretch) => stretch.from);
  const zones = [{ kind: 'rule' as const, from: now, to: now + ruleMs }, ...[now + ruleMs, ...polls].map((at) => ({ kind: 'poll' as const, from: at, to: at + pollMs }))];
  const scale = shortenedScale([from, to, start, end, ...zones.flatMap((zone) => [zone.from, zone.to]), ...stretches.map((stretch) => stretch.from)]);
  const numbers = stretches.map((stretch, at) => ({ at: stretch.from, label: at + 1 }));
  return (
    <div className={`tried ${rule}`}>
      <p className="verdict">
        <span className="mark" aria-hidden="true">
          {marks[rule] ?? '–'}
        </span>{' '}
        <Marked text={subject} keyword={keyword} />{' '}
        {status && (
          <span className="muted">
            <Trans>keyword for {status}</Trans>
          </span>
        )}
      </p>
      <p>{why}</p>
      <PresenceTimeline stretches={stretches} scale={scale} zones={zones} ticks={numbers} appointment={{ from: start, to: end }} isUncertain={rule === 'depends-on-poll'} />
      <PresenceChanges stretches={stretches} now={now} />
      <ul className="zones muted">
        <li>
          <i className="rule" aria-hidden="true" /> <Trans>3 minutes: what begins in them is ignored</Trans>
        </li>
        <li>
          <i className="poll" aria-hidden="true" /> <Trans>30 seconds: the calendar is read once in them</Trans>
        </li>
        <li>
          <Trans>Long times are drawn shortened.</Trans>
        </li>
      </ul>
    </div>
  );
}

function Marked({ text, keyword }: { text: string; keyword: TriedSubject['preview']['keyword'] }) {
  if (!keyword) return <>{text}</>;
  const after = keyword.at + keyword.text.length;
  return (
    <>
      {text.slice(0, keyword.at)}
      <mark>{text.slice(keyword.at, after)}</mark>
      {text.slice(after)}
    </>
  );
}
