import * as z from 'zod/mini';
import { cloud } from './cloud.ts';
import { emailAddress, guid, host, instant, line, optionalLine, port, realTenant, timestamp } from './fields.ts';
import { health } from './functions.ts';
import { lastToken } from './last-token.ts';
import { pollInterval } from './poll-interval.ts';
import { pop3Place, pop3Port } from './pop3-place.ts';
import { scopeFault } from './scope.ts';
import { secretSource } from './secret-source.ts';
import { secret, secretInput } from './secrets.ts';

export const pilotType = z.enum(['call', 'fax', 'email'], 'pilot-type');
export type PilotType = z.infer<typeof pilotType>;

export const pilotAuthMethod = z.enum(['basic', 'oauth'], 'auth-method');
export type PilotAuthMethod = z.infer<typeof pilotAuthMethod>;

/** What becomes of a mail once the telephone system has fetched it: POP3 knows no “read”. */
export const mailHandling = z.enum(['delete', 'leave'], 'mail-handling');
export type MailHandling = z.infer<typeof mailHandling>;

/** How long a queue or a pilot that was deleted can be had back. */
export const restorableSeconds = 60;

/** An extension or a number as it is dialled: digits, `*`, `#`, `+` in front; what separates them goes. */
export const telephoneNumber = line(60).check(z.overwrite((value) => value.replace(/[\s()./-]/g, '')), z.regex(/^\+?[0-9*#]{1,32}$/, 'telephone-number'));

/** Body of `POST /contact-center/queues` and `PUT /contact-center/queues/{id}`. */
export const queueInput = z.strictObject({ name: line(100), number: telephoneNumber });
export type QueueInput = z.infer<typeof queueInput>;

/** Somebody else who has this number or this mailbox; `pilotId` is null where it is the queue itself. */
export const use = z.object({ queueId: z.string(), queueName: z.string(), pilotId: z.nullable(z.string()), name: z.string() });
export type Use = z.infer<typeof use>;
export const useList = z.object({ items: z.array(use), total: z.number() });

export const queue = z.object({
  id: z.string(),
  name: z.string(),
  number: z.string(),
  /** How many it has. */
  pilots: z.number(),
  /** The worst of its e-mail pilots'; `not-set-up` where it has none. */
  health,
  changedAt: instant,
  /** Other queues and pilots with its number. */
  alsoUsedBy: z.array(use),
});
export type Queue = z.infer<typeof queue>;

export const queueRow = z.pick(queue, { id: true, name: true, number: true, pilots: true, health: true });
export type QueueRow = z.infer<typeof queueRow>;
export const queueList = z.object({ items: z.array(queueRow), next: z.nullable(z.string()), total: z.number() });
export const queueReadOnly: readonly (keyof Queue)[] = ['id', 'pilots', 'health', 'changedAt', 'alsoUsedBy'];

/** What `sort` of the list takes; with `-` in front the other way round. */
export const queueSort = z.enum(['name', 'number', 'pilots', 'health'], 'sort');
export type QueueSort = z.infer<typeof queueSort>;

const ofEmail = {
  type: z.literal('email'),
  name: optionalLine(100),
  cloud: z._default(cloud, 'global'),
  server: z.optional(host),
  port: z.optional(port),
  encryption: z._default(z.enum(['tls', 'starttls'], 'encryption'), 'tls'),
  password: secretInput,
  clientSecret: secretInput,
  /** When the client secret ends, as the portal shows it. */
  clientSecretExpiresAt: z.optional(z.nullable(timestamp)),
  /** Instead of a client secret: whose is copied on the server, with its end. Its cloud, tenant and application must be the same. */
  clientSecretFrom: z.optional(z.nullable(secretSource)),
  /** Who else gets the new client secret, with its end: those named, or everyone with this application. Their cloud, tenant and application must be the same, else nothing is saved. */
  clientSecretAlsoFor: z.optional(z.union([z.literal('all'), z.array(secretSource, 'type').check(z.maxLength(1000, 'too-many'))])),
  pollIntervalSeconds: z._default(z.int('poll-interval').check(z.minimum(pollInterval.min, 'poll-interval'), z.maximum(pollInterval.max, 'poll-interval')), pollInterval.usual),
  mailHandling: z._default(mailHandling, 'delete'),
};

const basicEmail = z.strictObject({ ...ofEmail, authMethod: z.literal('basic'), username: line(320), tenantId: optionalLine(320), applicationId: optionalLine(320), scope: optionalLine(500) });

/** Client credentials (RFC 6749 section 4.4); `username` is the mailbox that Exchange lets the application into. */
const oauthEmail = z
  .strictObject({ ...ofEmail, authMethod: z.literal('oauth'), username: emailAddress, tenantId: realTenant, applicationId: guid, scope: optionalLine(500) })
  .check((payload) => {
    const { scope, cloud: inCloud } = payload.value;
    const fault = scope ? scopeFault({ scope, access: 'ews', cloud: inCloud }) : null;
    if (fault) payload.issues.push({ code: 'custom', message: fault, input: scope, path: ['scope'] });
  });

/** What is to be checked: an e-mail pilot as it stands in the form. */
export const emailPilotInput = z.discriminatedUnion('authMethod', [basicEmail, oauthEmail], 'auth-method');
export type EmailPilotInput = z.infer<typeof emailPilotInput>;

/** Calls and faxes reach a queue at a number. */
const numberedPilotInput = z.strictObject({ type: z.enum(['call', 'fax']), name: optionalLine(100), number: telephoneNumber });

/** Body of `POST …/pilots` and `PUT …/pilots/{id}`. Unknown members are refused. */
export const pilotInput = z.discriminatedUnion('type', [numberedPilotInput, emailPilotInput], 'pilot-type');
export type PilotInput = z.infer<typeof pilotInput>;

export const pilot = z.object({
  id: z.string(),
  queueId: z.string(),
  type: pilotType,
  name: z.string(),
  /** Of calls and faxes; empty else. */
  number: z.string(),
  // Of e-mail; the defaults else.
  authMethod: pilotAuthMethod,
  cloud,
  server: z.string(),
  port: z.number(),
  encryption: z.enum(['tls', 'starttls']),
  username: z.string(),
  password: secret,
  tenantId: z.string(),
  applicationId: z.string(),
  clientSecret: secret,
  clientSecretExpiresAt: z.nullable(instant),
  scope: z.string(),
  pollIntervalSeconds: z.number(),
  mailHandling,
  /** What the last token of the application carried; null before the first one. */
  lastToken: z.nullable(lastToken),
  changedAt: z.nullable(instant),
  /** Null for calls and faxes: nothing of them can be checked here. */
  health: z.nullable(health),
  /** Other queues and pilots with its number, or other pilots with its mailbox. */
  alsoUsedBy: z.array(use),
  /** After a `PUT`: JSON pointers of the secrets that were removed, since the place that they were entered for is gone. */
  removedSecrets: z.optional(z.array(z.string())),
});
export type Pilot = z.infer<typeof pilot>;
export const pilotReadOnly: readonly (keyof Pilot)[] = ['id', 'queueId', 'lastToken', 'changedAt', 'health', 'alsoUsedBy', 'removedSecrets'];

export const pilotRow = z.object({
  ...z.pick(pilot, { id: true, queueId: true, type: true, name: true, number: true, username: true, health: true, clientSecretExpiresAt: true }).shape,
  // What the guide for all pilots of a queue is made of; the defaults for calls and faxes.
  ...z.pick(pilot, { cloud: true, tenantId: true, applicationId: true, server: true, port: true, encryption: true, scope: true, lastToken: true }).shape,
  /** Null for calls and faxes. */
  authMethod: z.nullable(pilotAuthMethod),
  since: z.nullable(instant),
  lastCheck: z.nullable(instant),
  lastGood: z.nullable(instant),
});
export type PilotRow = z.infer<typeof pilotRow>;
export const pilotList = z.object({ items: z.array(pilotRow), next: z.nullable(z.string()), total: z.number() });

/** The place that an e-mail pilot connects to and the scope that it asks for: what it does not name is the cloud's. */
export function placeOfPilot({ cloud: inCloud, server, port: given, encryption, scope }: Pick<EmailPilotInput, 'cloud' | 'server' | 'port' | 'encryption' | 'scope'>): { server: string; port: number; scope: string } {
  const usual = pop3Place(inCloud);
  return { server: server ?? usual.server, port: given ?? pop3Port(encryption), scope: scope || usual.scope };
}

/** With the problem `deleted`: what was deleted, by whom, and until when it can be had back. */
export const deletion = z.object({ what: z.enum(['queue', 'pilot']), id: z.string(), name: z.string(), by: z.string(), restorableUntil: instant });
export type Deletion = z.infer<typeof deletion>;
