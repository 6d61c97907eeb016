import type { Cloud } from '../contract/clouds.ts';
import type { MailHandling, PilotAuthMethod, PilotType } from '../contract/contact-center.ts';
import type { Params } from '../contract/diagnosis.ts';
import type { Health } from '../contract/functions.ts';
import type { Pop3Encryption } from '../contract/pop3-place.ts';

interface Deletable {
  deletedAt: string | null;
  deletedBy: string | null;
}

export interface QueueRow extends Deletable {
  id: string;
  name: string;
  number: string;
  version: number;
  changedAt: string;
}

export interface QueueListRow {
  id: string;
  name: string;
  number: string;
  /** How many pilots it has. */
  pilots: number;
  /** The worst of its e-mail pilots'; `not-set-up` where it has none. */
  health: Health;
}

export interface PilotRow extends Deletable {
  id: string;
  queueId: string;
  type: PilotType;
  name: string;
  /** Of calls and faxes; empty else. */
  number: string;
  /** Null for calls and faxes. */
  email: PilotEmail | null;
  version: number;
  changedAt: string;
  standing: PilotStanding | null;
}

/** A pilot with the name of its queue. */
export interface PilotOfQueue {
  pilot: PilotRow;
  queueName: string;
}

/** What an e-mail pilot is set to, without any secret. */
export interface PilotEmail {
  authMethod: PilotAuthMethod;
  cloud: Cloud;
  server: string;
  port: number;
  encryption: Pop3Encryption;
  username: string;
  tenantId: string;
  applicationId: string;
  clientSecretExpiresAt: string | null;
  scope: string;
  pollIntervalSeconds: number;
  mailHandling: MailHandling;
}

/** How the last check of what is saved ended. It says nothing of what was changed after it began. */
export interface PilotStanding {
  result: 'passed' | 'failed';
  startedAt: string;
  endedAt: string;
  /** Since when the checks end so. */
  since: string;
  /** When one passed last. */
  goodAt: string | null;
  /** Why it failed, without the answer as received; null where it did not, absent in what older versions wrote. */
  diagnosis?: { code: string; params: Params } | null;
}
