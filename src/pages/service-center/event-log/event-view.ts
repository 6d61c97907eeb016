import { eventRanges } from '../../../api/events.ts';
import type { EventView } from '../../../paths.ts';

const severities = ['info', 'warning', 'error'];
const functions = ['email-forwarding', 'exchange-calendar', 'exchange-directory', 'queue-pilot'];

/** What an address shows, without what it does not know. */
export function viewOf(search: URLSearchParams): EventView {
  const text = (name: string) => search.get(name)?.slice(0, 200) || undefined;
  const oneOf = (name: string, known: readonly string[]) => known.find((one) => one === search.get(name));
  const instant = (name: string) => {
    const at = Date.parse(search.get(name) ?? '');
    return Number.isNaN(at) ? undefined : new Date(at).toISOString();
  };
  const range = oneOf('range', [...Object.keys(eventRanges), 'custom']);
  const [from, to] = range === 'custom' ? [instant('from'), instant('to')] : [];
  return withoutEmpty({
    severity: oneOf('severity', severities),
    function: oneOf('function', functions),
    ref: text('ref'),
    actor: text('actor'),
    changes: search.get('changes') === '1' || undefined,
    range,
    from,
    to: from !== undefined && to !== undefined && to <= from ? undefined : to,
    q: text('q'),
    event: text('event'),
  });
}

/** A view of what is chosen, without what is not. */
export function withoutEmpty(given: { [name in keyof EventView]: EventView[name] | undefined }): EventView {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value)) as EventView;
}

/** Does a view leave events out? */
export function isFiltered({ event: _event, ...view }: EventView): boolean {
  return Object.keys(view).length > 0;
}

/** An instant as a field of the form takes it, in the reader's zone; nothing for none. */
export function asLocal(at: string | undefined): string {
  if (at === undefined) return '';
  const date = new Date(at);
  return new Date(date.getTime() - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}

/** What a field holds, as an instant; undefined for nothing. */
export function asInstant(local: string): string | undefined {
  const at = new Date(local);
  return local === '' || Number.isNaN(at.getTime()) ? undefined : at.toISOString();
}
