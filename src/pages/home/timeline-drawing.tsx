import { Trans } from '@lingui/react/macro';
import { linesOf, placeOf, ticks, type EndsOfDay } from './timeline.ts';

const soon = 30 * 86_400_000;

/** When what ends, from today to a year. It is a picture: the table below says the same. The first `numbered` marks have the numbers of its rows, the others are only points. */
export function Timeline({ ends, numbered, now }: { ends: readonly EndsOfDay[]; numbered: number; now: number }) {
  const places = ends.map(({ at }) => placeOf(Date.parse(at), now));
  const lines = linesOf(places.slice(0, numbered));
  const labels = [<Trans key="today">Today</Trans>, <Trans key="30">30 days</Trans>, <Trans key="90">90 days</Trans>, <Trans key="year">1 year</Trans>];
  const urgency = (at: string) => (Date.parse(at) <= now ? 'over' : Date.parse(at) < now + soon ? 'soon' : 'far');
  return (
    <div className="ends-drawing" aria-hidden="true">
      <div className="marks" style={{ height: `${(Math.max(0, ...lines) + 1) * 28}px` }}>
        {ends.map(({ at, what }, index) => (
          <i key={`${at} ${what}`} className={index < numbered ? urgency(at) : 'point'} style={{ left: `${places[index]}%`, bottom: `${(lines[index] ?? 0) * 28}px` }}>
            {index < numbered && index + 1}
          </i>
        ))}
      </div>
      <div className="scale">
        {labels.map((label, index) => (
          <span key={label.key} style={{ left: `${ticks[index]}%` }}>
            {label}
          </span>
        ))}
      </div>
    </div>
  );
}
