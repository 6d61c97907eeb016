import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { Presence } from '../../../../../contract/presence.ts';
import type { Scale, Stretch } from './timeline.ts';
import { usePresenceNames } from './use-presence-names.ts';

interface PresenceTimelineProps {
  stretches: readonly Stretch[];
  scale: Scale;
  /** Marks below the lanes. */
  ticks: readonly { at: number; label: ReactNode; isLate?: boolean }[];
  /** Stretches that a rule is about, behind all lanes. */
  zones?: readonly { kind: 'rule' | 'poll'; from: number; to: number }[];
  /** A lane of its own for an appointment. */
  appointment?: { from: number; to: number };
  /** What it shows is not sure to come. */
  isUncertain?: boolean;
}

/** The presence line, a lane for each status that occurs. It is a picture: presence-changes.tsx says the same in words. */
export function PresenceTimeline({ stretches, scale, ticks, zones = [], appointment, isUncertain = false }: PresenceTimelineProps) {
  const names = usePresenceNames();
  const lanes = (Object.keys(names) as Presence[]).filter((presence) => presence === 'office' || stretches.some((stretch) => stretch.presence === presence));
  const place = ({ from, to }: { from: number; to: number }) => ({ left: `${scale(from)}%`, width: `${scale(to) - scale(from)}%` });
  const lane = (bars: ReactNode) => (
    <div className="lane">
      {zones.map((zone) => (
        <i key={`${zone.kind}-${zone.from}`} className={zone.kind} style={place(zone)} />
      ))}
      {bars}
    </div>
  );
  return (
    <div className={isUncertain ? 'timeline uncertain' : 'timeline'} aria-hidden="true">
      {appointment && (
        <>
          <span>
            <Trans>Appointment</Trans>
          </span>
          {lane(<i className="stretch appointment" style={place(appointment)} />)}
        </>
      )}
      {lanes.map((presence) => (
        <LaneOf key={presence} name={names[presence]}>
          {lane(stretches.filter((stretch) => stretch.presence === presence).map((stretch) => <i key={stretch.from} className={`stretch ${stretch.isExtension ? 'extension' : presence}`} style={place(stretch)} />))}
        </LaneOf>
      ))}
      <div className="axis">
        {ticks.map(({ at, label, isLate }) => (
          <span key={at} className={isLate ? 'late' : undefined} style={{ left: `${scale(at)}%` }}>
            {label}
          </span>
        ))}
      </div>
    </div>
  );
}

function LaneOf({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <span>{name}</span>
      {children}
    </>
  );
}
