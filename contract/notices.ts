import * as z from 'zod/mini';
import { diagnosis } from './diagnosis.ts';
import { encryption } from './email-forwarding.ts';
import { emailAddress, host, instant, language, optionalLine, port } from './fields.ts';
import { functionName, health } from './functions.ts';
import { secret, secretInput } from './secrets.ts';
import { signingSecretFault, webhookFault } from './webhook-place.ts';

export const noticeChannel = z.enum(['webhook', 'mail'], 'notice-channel');
export type NoticeChannel = z.infer<typeof noticeChannel>;

/** What a notice tells: a function fails for good, it works again, something ends, or nothing but that it arrives. */
export const noticeKind = z.enum(['failed', 'recovered', 'ends', 'test']);
export type NoticeKind = z.infer<typeof noticeKind>;

/** How many days before an end it is told, once each. */
export const noticeDays = [60, 30, 14, 7, 1] as const;

const mostRecipients = 20;

// A secret by the Standard Webhooks convention: 24 to 64 bytes in base64, with or without its prefix.
const signingSecret = secretInput.check(z.refine((value) => typeof value !== 'string' || signingSecretFault(value) === null, 'signing-secret'));

/** Where notices go by HTTP. What is switched off is kept, and not looked at closely. */
const webhook = z.discriminatedUnion(
  'enabled',
  [
    z.strictObject({ enabled: z.literal(false), url: optionalLine(2000), signingSecret: secretInput }),
    z.strictObject({
      enabled: z.literal(true),
      url: z.string('required').check(z.trim(), z.minLength(1, 'required'), z.maxLength(2000, 'too-long'), z.refine((value) => webhookFault(value) === null, { error: (issue) => webhookFault(String(issue.input)) ?? 'web-address' })),
      signingSecret,
    }),
  ],
  'type',
);

/** Where notices go by mail: a server of their own. Its `username` is empty for a server that asks for no sign-in. */
const mail = z.discriminatedUnion(
  'enabled',
  [
    z.strictObject({
      enabled: z.literal(false),
      smtp: z.strictObject({ host: optionalLine(253), port, encryption }),
      username: optionalLine(320),
      password: secretInput,
      from: optionalLine(254),
      to: z.array(z.string('type').check(z.maxLength(254, 'too-long')), 'type').check(z.maxLength(mostRecipients, 'too-many')),
    }),
    z
      .strictObject({
        enabled: z.literal(true),
        smtp: z.strictObject({ host, port, encryption }),
        username: optionalLine(320),
        password: secretInput,
        from: emailAddress,
        to: z.array(emailAddress, 'type').check(z.minLength(1, 'required'), z.maxLength(mostRecipients, 'too-many'), z.refine((list) => new Set(list.map((one) => one.toLowerCase())).size === list.length, 'twice')),
      })
      .check(z.refine(({ smtp, username }) => smtp.encryption !== 'none' || !username, { error: 'password-unencrypted', path: ['smtp', 'encryption'] })),
  ],
  'type',
);

/** Body of `PUT /notices`. Unknown members are refused. */
export const noticesInput = z.strictObject({
  /** In which language notices and the calendar are. */
  language,
  webhook,
  mail,
});
export type NoticesInput = z.infer<typeof noticesInput>;

/** Answer of `GET /notices`. */
export const notices = z.object({
  configured: z.boolean(),
  changedAt: z.nullable(instant),
  language,
  webhook: z.object({ enabled: z.boolean(), url: z.string(), signingSecret: secret }),
  mail: z.object({ enabled: z.boolean(), smtp: z.object({ host: z.string(), port: z.number(), encryption }), username: z.string(), password: secret, from: z.string(), to: z.array(z.string()) }),
  /** Is there an address of the calendar, since when, and who made it? The address itself is shown once, when it is made. */
  calendar: z.object({ set: z.boolean(), madeAt: z.nullable(instant), madeBy: z.nullable(z.string()) }),
  /** After a `PUT`: JSON pointers of the secrets that were removed, since the place that they were entered for is gone. */
  removedSecrets: z.optional(z.array(z.string())),
});
export type Notices = z.infer<typeof notices>;
/** Members that only a read has. */
export const noticesReadOnly: readonly (keyof Notices)[] = ['configured', 'changedAt', 'calendar', 'removedSecrets'];

/** What an untouched system reads. */
export const noticesDefaults: Notices = {
  configured: false,
  changedAt: null,
  language: 'en',
  webhook: { enabled: false, url: '', signingSecret: { set: false, changedAt: null } },
  mail: { enabled: false, smtp: { host: '', port: 587, encryption: 'starttls' }, username: '', password: { set: false, changedAt: null }, from: '', to: [] },
  calendar: { set: false, madeAt: null, madeBy: null },
};

/** How a channel stands. */
const channelStatus = z.object({
  /** The last notice that arrived. */
  lastSent: z.nullable(z.object({ at: instant, kind: noticeKind })),
  /** Why the last try failed; null since one has arrived. */
  failure: z.nullable(z.object({ at: instant, diagnosis })),
  /** How many notices wait to be sent, and when the next one is tried. */
  waiting: z.number(),
  nextTry: z.nullable(instant),
});
export type ChannelStatus = z.infer<typeof channelStatus>;

/** Answer of `GET /notices/status`. */
export const noticesStatus = z.object({ version: z.number(), now: instant, webhook: channelStatus, mail: channelStatus });
export type NoticesStatus = z.infer<typeof noticesStatus>;

/** Body of `POST /notices/test`: by what is saved, or by a draft. */
export const noticesTestInput = z.strictObject({ channel: noticeChannel, draft: z.optional(noticesInput) });
export type NoticesTestInput = z.infer<typeof noticesTestInput>;

/** Answer of `POST /notices/test`: `target` is who took it, and why not where `diagnosis` is there. */
export const noticesTest = z.object({ at: instant, id: z.string(), target: z.string(), diagnosis: z.nullable(diagnosis) });
export type NoticesTest = z.infer<typeof noticesTest>;

/** Answer of `POST /notices/calendar-key`: the address of the calendar with its key, below the console's origin. It is not shown again. */
export const calendarAddress = z.object({ path: z.string(), madeAt: instant });
export type CalendarAddress = z.infer<typeof calendarAddress>;

/** What is sent to a webhook. */
export const noticeBody = z.object({
  /** `notice.failed`, `notice.recovered`, `notice.ends` or `notice.test`. */
  type: z.string(),
  /** When it came about. */
  timestamp: instant,
  data: z.object({
    /** The same in each try: what has been met before is a double. */
    id: z.string(),
    kind: noticeKind,
    at: instant,
    /** What it tells, a sentence. */
    title: z.string(),
    /** The page of the console that goes with it; null where nobody has said how browsers reach it. */
    link: z.nullable(z.string()),
    /** How many functions and queue pilots it is about. */
    total: z.number(),
    /** Those with the same cause, or the same end, together. */
    groups: z.array(
      z.object({
        diagnosis: z.nullable(z.object({ code: z.string(), cause: z.string(), owner: z.string(), who: z.string(), fix: z.string() })),
        /** What ends, when, and in how many days (of what has ended they are 0 or fewer); who must act, and what to do. */
        ends: z.nullable(z.object({ what: z.string(), name: z.string(), at: instant, days: z.number(), owner: z.string(), who: z.string(), fix: z.string() })),
        items: z.array(z.object({ function: functionName, ref: z.nullable(z.string()), queue: z.nullable(z.string()), name: z.string(), health: z.nullable(health), since: z.nullable(instant) })),
      }),
    ),
  }),
});
export type NoticeBody = z.infer<typeof noticeBody>;
