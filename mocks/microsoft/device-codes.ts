import { pollAnswers } from '../scenarios/answers.ts';
import type { Answer, Scenario } from '../scenarios/scenario.ts';
import { randomText } from './random.ts';
import type { DeviceCode, Played } from './state.ts';

/** Makes a device code. `lifetime` in seconds. */
export function askDeviceCode(
  played: Played,
  { tenant, clientId, scope, lifetime }: { tenant: string; clientId: string; scope: string; lifetime: number },
  now: number,
): DeviceCode {
  const code: DeviceCode = {
    deviceCode: randomText(220),
    userCode: randomText(9, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789'),
    tenant,
    clientId,
    scope,
    expiresAt: now + lifetime * 1000,
    interval: played.settings.intervalSeconds,
    polls: 0,
    lastPollAt: null,
    decision: null,
  };
  played.codes.push(code);
  return code;
}

/** One poll: what Microsoft answers, or who has signed in; then the code is spent. */
export function poll(
  played: Played,
  asked: { deviceCode: string; tenant: string; clientId: string },
  scenario: Scenario,
  now: number,
): { answer: Answer } | { account: string; scope: string } {
  const code = played.codes.find(({ deviceCode }) => deviceCode === asked.deviceCode);
  if (!code || code.clientId !== asked.clientId || code.tenant !== asked.tenant) return { answer: pollAnswers.unknownCode };
  if (now >= code.expiresAt) return { answer: pollAnswers.expired };
  const tooFast = isTooFast(code, now);
  code.polls += 1;
  code.lastPollAt = now;
  const { poll: told, pendingPolls = 0 } = scenario;
  if (told && code.polls >= told.from && code.polls <= (told.to ?? Infinity)) return { answer: told.answer };
  // Whoever is quick must not be ahead of the scenario.
  if (code.polls <= Math.max(pendingPolls, (told?.from ?? 0) - 1)) return { answer: tooFast ? pollAnswers.tooFast : pollAnswers.pending };
  if (code.decision === 'declined') return { answer: pollAnswers.declined };
  if (code.decision === null) return { answer: tooFast ? pollAnswers.tooFast : pollAnswers.pending };
  played.codes = played.codes.filter((other) => other !== code);
  return { account: code.decision.account, scope: code.scope };
}

/** The undecided code that a person has typed, in any case and with any spaces; null where there is none. */
export function openCode(played: Played, typed: string, now: number): DeviceCode | null {
  const wanted = typed.toUpperCase().replace(/[^A-Z0-9]/g, '');
  return played.codes.find((code) => code.userCode === wanted && code.decision === null && now < code.expiresAt) ?? null;
}

/** Writes down what the person decided. */
export function decide(played: Played, code: DeviceCode, decision: NonNullable<DeviceCode['decision']>): void {
  code.decision = decision;
  if (decision !== 'declined') played.lastAccount = decision.account;
}

// A fifth of the interval is left to the network and to timers.
function isTooFast(code: DeviceCode, now: number): boolean {
  return code.lastPollAt !== null && now - code.lastPollAt < code.interval * 800;
}
