import type { SharedState } from '../../server/memory/shared-state.ts';
import { firstScenario, scenarioById } from '../scenarios/scenarios.ts';
import type { Scenario } from '../scenarios/scenario.ts';

export interface PlayedSettings {
  scenario: string;
  intervalSeconds: number;
  latencyMs: number;
}

export interface DeviceCode {
  deviceCode: string;
  userCode: string;
  tenant: string;
  clientId: string;
  scope: string;
  expiresAt: number;
  interval: number;
  polls: number;
  lastPollAt: number | null;
  /** Null until a person has decided. */
  decision: { account: string } | 'declined' | null;
}

/** What a token was issued for: somebody who signed in. */
export interface Grant {
  account: string;
  tenantGuid: string;
  clientId: string;
  scope: string;
}

/** What a token was issued for: an application itself. */
export type ApplicationGrant = Omit<Grant, 'account'> & { roles: readonly string[] };

export interface ReceivedMail {
  at: string;
  user: string;
  from: string;
  to: string[];
  subject: string;
  text: string;
}

/** A notice as a webhook got it. */
export interface ReceivedNotice {
  at: string;
  url: string;
  headers: Record<'webhook-id' | 'webhook-timestamp' | 'webhook-signature', string>;
  body: string;
}

/** A command by POP3 that changes a mailbox: it deletes a message, or has it count as read. */
export interface MailboxChange {
  mailbox: string;
  command: string;
}

/** Everything that the played Microsoft remembers. */
export interface Played {
  settings: PlayedSettings;
  codes: DeviceCode[];
  accessTokens: { token: string; expiresAt: number; grant: Grant | ApplicationGrant }[];
  refreshTokens: { token: string; grant: Grant }[];
  mails: ReceivedMail[];
  notices: ReceivedNotice[];
  mailboxChanges: MailboxChange[];
  lastAccount: string;
}

export const defaultSettings: PlayedSettings = { scenario: firstScenario.id, intervalSeconds: 5, latencyMs: 300 };

// Enough for every test and tab, and little enough to be written at each change.
const remembered = { codes: 20, tokens: 40, mails: 20, notices: 20 };

/** The played Microsoft's memory, shared by whoever plays a part of it. */
export interface PlayedMicrosoft {
  read(): Promise<Played>;
  /** Changes what is remembered: `work` alters the given value. */
  change<T>(work: (played: Played) => T): Promise<T>;
  scenario(): Promise<Scenario>;
}

/** The played Microsoft over this state; an empty one starts with these settings. */
export function playedMicrosoft(state: SharedState, initial: PlayedSettings = defaultSettings): PlayedMicrosoft {
  const read = () => state.update(async (json) => ({ result: played(json, initial), next: undefined }));
  return {
    read,
    change: (work) =>
      state.update(async (json) => {
        const next = played(json, initial);
        const result = work(next);
        return { result, next: pruned(next) };
      }),
    scenario: async () => scenarioById((await read()).settings.scenario) ?? firstScenario,
  };
}

/** Forgets codes, tokens and mails; the settings stay. */
export function reset(played: Played): void {
  Object.assign(played, empty(played.settings));
}

/** Takes over those of the given settings that make sense. */
export function applySettings(played: Played, given: { [name in keyof PlayedSettings]?: unknown }): void {
  const seconds = Number(given.intervalSeconds ?? Number.NaN);
  const latency = Number(given.latencyMs ?? Number.NaN);
  if (typeof given.scenario === 'string' && scenarioById(given.scenario)) played.settings.scenario = given.scenario;
  if (seconds >= 1 && seconds <= 60) played.settings.intervalSeconds = seconds;
  if (latency >= 0 && latency <= 60_000) played.settings.latencyMs = latency;
}

function empty(settings: PlayedSettings): Played {
  return { settings: { ...settings }, codes: [], accessTokens: [], refreshTokens: [], mails: [], notices: [], mailboxChanges: [], lastAccount: 'pbx@contoso.com' };
}

function played(json: unknown, initial: PlayedSettings): Played {
  return json === null ? empty(initial) : { ...empty(initial), ...structuredClone(json as Played) };
}

function pruned(played: Played): Played {
  return {
    ...played,
    codes: played.codes.slice(-remembered.codes),
    accessTokens: played.accessTokens.slice(-remembered.tokens),
    refreshTokens: played.refreshTokens.slice(-remembered.tokens),
    mails: played.mails.slice(-remembered.mails),
    notices: played.notices.slice(-remembered.notices),
    mailboxChanges: played.mailboxChanges.slice(-remembered.mails),
  };
}
