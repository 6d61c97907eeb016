const soonMs = 30 * 86_400_000;

/** The instant up to which an end makes a warning: 30 days from now. */
export function soonAfter(now: Date): string {
  return new Date(now.getTime() + soonMs).toISOString();
}
