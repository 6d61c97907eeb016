import { plural } from '@lingui/core/macro';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import type { EventList as Events } from '../../../../contract/events.ts';
import { eventsAtOnce, eventsQuery, eventsUrl } from '../../../api/events.ts';
import { useLongPoll } from '../../../api/use-long-poll.ts';
import { ListPages } from '../../../parts/list-pages.tsx';
import { paths, type EventView } from '../../../paths.ts';
import { announce } from '../../../ui/announcer.tsx';
import { Button } from '../../../ui/button.tsx';
import { EventTable } from './event-table.tsx';
import { isBeingRead, newEvents } from './new-events.ts';

interface EventListProps {
  data: Events;
  view: EventView;
  /** The cursors of the pages up to this one. */
  after: readonly string[];
}

/** A page of the events. The first one grows while it is looked at. */
export function EventList({ data, view, after }: EventListProps) {
  const { t, i18n } = useLingui();
  const isFirst = after.length === 0;
  // What is on the page while something newer waits.
  const [held, setHeld] = useState<Events | null>(null);
  const shown = held ?? data;
  const waiting = held ? newEvents(held, data) : 0;
  const say = (count: number) => announce(t`${plural(count, { one: '# new event', other: '# new events' })}`);
  useLongPoll<Events>(eventsQuery(view).queryKey, isFirst ? eventsUrl(view, { 'page[size]': String(eventsAtOnce) }) : null, (next) => {
    const arrived = newEvents(shown, next);
    if (arrived > 0) say(arrived);
    setHeld(arrived > 0 && isBeingRead() ? shown : null);
  });
  const count = new Intl.NumberFormat(i18n.locale).format(shown.total);
  return (
    <>
      <div className="event-news">
        <output className="muted">{shown.more ? <Trans>More than {count} events</Trans> : <Plural value={shown.total} one="# event" other="# events" />}</output>
        {waiting > 0 && (
          <Button onClick={() => setHeld(null)}>
            <Plural value={waiting} one="Show # new event" other="Show # new events" />
          </Button>
        )}
      </div>
      {shown.items.length > 0 && <EventTable events={shown.items} to={(event) => paths.eventLog({ ...view, after, event })} />}
      <ListPages data={shown} rowsAtOnce={eventsAtOnce} before={after} to={(next) => paths.eventLog({ ...view, after: next })} locale={i18n.locale} />
    </>
  );
}
