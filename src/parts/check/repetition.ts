const everyMinutes = 5;
const shortestMinutes = 30;
const leeway = 15;
const step = everyMinutes * 60_000;

/** How a check is repeated after a fix that takes so many minutes to arrive everywhere: a quarter of an hour beyond it, to a round time. `now` in milliseconds. */
export function repetition(retryAfterMinutes: number, now: number): { everyMinutes: number; until: string } {
  const end = now + (Math.max(retryAfterMinutes, shortestMinutes) + leeway) * 60_000;
  return { everyMinutes, until: new Date(Math.ceil(end / step) * step).toISOString() };
}
