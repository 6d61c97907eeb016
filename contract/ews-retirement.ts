import { isMicrosoftHost } from './clouds.ts';

/** `announced`: before it begins. `blocked`: an application must be allowed. `gone`: nothing opens it any more. */
export type EwsStage = 'announced' | 'blocked' | 'gone';

export interface EwsRetirement {
  stage: EwsStage;
  /** Days on which the stages begin, without time. */
  blockedFrom: string;
  goneFrom: string;
  /** Whole days until the next stage begins, the last one rounded up; null after the end. */
  daysLeft: number | null;
}

const blockedFrom = '2026-10-01';
const goneFrom = '2027-04-01';

/**
 * How far the end of Exchange Web Services in Exchange Online has come for this server; null for a server that is none of Microsoft's, which keeps them.
 * learn.microsoft.com/exchange/clients-and-mobile-in-exchange-online/deprecation-of-ews-exchange-online. The days are counted in UTC.
 */
export function ewsRetirement(now: Date, server: string): EwsRetirement | null {
  if (!URL.canParse(server) || !isMicrosoftHost(new URL(server).hostname)) return null;
  const next = [blockedFrom, goneFrom].find((day) => now.getTime() < Date.parse(day));
  const stage = next === blockedFrom ? 'announced' : next === goneFrom ? 'blocked' : 'gone';
  return { stage, blockedFrom, goneFrom, daysLeft: next === undefined ? null : Math.ceil((Date.parse(next) - now.getTime()) / 86_400_000) };
}
