import type { Pilot } from './contact-center.ts';
import { pollInterval } from './poll-interval.ts';
import { pop3Place } from './pop3-place.ts';

/** What an e-mail pilot reads before anybody has set it up. */
export const pilotDefaults: Omit<Pilot, 'id' | 'queueId'> = {
  type: 'email',
  name: '',
  number: '',
  authMethod: 'oauth',
  cloud: 'global',
  ...pop3Place('global'),
  username: '',
  password: { set: false, changedAt: null },
  tenantId: '',
  applicationId: '',
  clientSecret: { set: false, changedAt: null },
  clientSecretExpiresAt: null,
  pollIntervalSeconds: pollInterval.usual,
  mailHandling: 'delete',
  lastToken: null,
  changedAt: null,
  health: null,
  alsoUsedBy: [],
};
