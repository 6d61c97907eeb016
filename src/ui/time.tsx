import { useNow } from './use-now.ts';

const units: readonly [Intl.RelativeTimeFormatUnit, number][] = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
  ['second', 1],
];

/** An instant as “4 minutes ago”; the whole of it, with the zone, on hover. */
export function RelativeTime({ at, locale }: { at: string; locale: string }) {
  const now = useNow(15_000);
  return (
    <time dateTime={at} title={fullTime(at, locale)}>
      {relativeTime((Date.parse(at) - now) / 1000, locale)}
    </time>
  );
}

/** An instant as date and time in the reader's zone; `exact`: with its seconds; `day`: without the time. */
export function DateTime({ at, locale, exact = false, day = false }: { at: string; locale: string; exact?: boolean; day?: boolean }) {
  return (
    <time dateTime={at} title={fullTime(at, locale)}>
      {shownBy(locale, { dateStyle: 'medium', ...(!day && { timeStyle: exact ? 'medium' : 'short' }) }, at)}
    </time>
  );
}

/** The day of an end, as whoever set it named it: in every zone it is the same one. */
export function Day({ at, locale }: { at: string; locale: string }) {
  return <time dateTime={at.slice(0, 10)}>{shownBy(locale, { dateStyle: 'medium', timeZone: 'UTC' }, at)}</time>;
}

/** The time of the day of an instant, in the reader's zone. */
export function Time({ at, locale }: { at: string; locale: string }) {
  return (
    <time dateTime={at} title={fullTime(at, locale)}>
      {shownBy(locale, { timeStyle: 'short' }, at)}
    </time>
  );
}

/** Seconds from now, in words; the last minute is “now”. */
export function relativeTime(seconds: number, locale: string): string {
  const format = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  if (Math.abs(seconds) < 60) return format.format(0, 'second');
  const [unit, size] = units.find(([, length]) => Math.abs(seconds) >= length) ?? ['second', 1];
  return format.format(Math.round(seconds / size), unit);
}

function fullTime(at: string, locale: string): string {
  return shownBy(locale, { dateStyle: 'full', timeStyle: 'long' }, at);
}

const formats = new Map<string, Intl.DateTimeFormat>();

// Making a format takes far longer than using it, and lists have thousands of times.
function shownBy(locale: string, options: Intl.DateTimeFormatOptions, at: string): string {
  const key = locale + JSON.stringify(options);
  const format = formats.get(key) ?? new Intl.DateTimeFormat(locale, options);
  formats.set(key, format);
  return format.format(new Date(at));
}
