/** Seconds between two looks into the mailbox of a queue pilot. */
export const pollInterval = { min: 30, max: 900, usual: 60 } as const;
