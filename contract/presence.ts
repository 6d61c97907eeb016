import * as z from 'zod/mini';
import { diagnosis } from './diagnosis.ts';
import { emailAddress, instant, line, timestamp } from './fields.ts';
import { voicemailLanguages } from './voicemail-languages.ts';

/** The seven that a keyword can set, in the order in which the original names them. */
export const keywordStatuses = ['meeting', 'sick', 'break', 'out-of-office', 'holiday', 'lunch', 'home'] as const;
export type KeywordStatus = (typeof keywordStatuses)[number];

export const presence = z.enum(['office', ...keywordStatuses]);
export type Presence = z.infer<typeof presence>;

export const voicemailLanguage = z.enum(voicemailLanguages, 'voicemail-language');
export type VoicemailLanguage = z.infer<typeof voicemailLanguage>;

const keyword = line(80);

/** Keyword of each status, in one language; no two alike when case and accents are left out, and none that nothing is left of. */
export const keywords = z.strictObject({ 'meeting': keyword, 'sick': keyword, 'break': keyword, 'out-of-office': keyword, 'holiday': keyword, 'lunch': keyword, 'home': keyword });
export type Keywords = z.infer<typeof keywords>;

/** Body of `PUT …/keywords/{language}`. */
export const keywordsInput = z.strictObject({ keywords });
export const keywordsReadOnly: readonly (keyof KeywordTable)[] = ['language', 'defaults', 'confirmed', 'changedAt'];

/** Answer of `GET …/keywords/{language}`. */
export const keywordTable = z.object({
  language: voicemailLanguage,
  keywords,
  /** What a reset brings back. */
  defaults: keywords,
  /** Are the defaults those of the original's own documents? Else they are our translation. */
  confirmed: z.boolean(),
  /** When somebody changed them last; null for the defaults. */
  changedAt: z.nullable(instant),
});
export type KeywordTable = z.infer<typeof keywordTable>;

/**
 * Why an appointment sets a presence or not: `sets`: it does. `depends-on-poll`: it starts 3 to 3.5 minutes after it was made: only if the poll that finds it comes early enough. `too-soon`: less than 3 minutes.
 * `started`: its start is over; `ended`, or no duration. `no-keyword`. `cancelled`. `declined`. `replaced`: for a part of its time or all of it another one sets its presence.
 */
export const presenceRule = z.enum(['sets', 'depends-on-poll', 'too-soon', 'started', 'ended', 'no-keyword', 'cancelled', 'declined', 'replaced']);
export type PresenceRule = z.infer<typeof presenceRule>;

/**
 * From `at` on this presence, and the return that callers are told. Each change comes up to 30 s later than `at`. Without Auto back to office the announced return moves by 15 minutes at each end: of these points the first four are
 * there, then it goes on.
 */
export const linePoint = z.object({ at: instant, presence, announcedReturn: z.nullable(instant) });
export type LinePoint = z.infer<typeof linePoint>;

const timeZone = line(100);

/** Body of `POST …/preview`. `start` and `end` are local times of `timeZone`, as `2026-11-25T10:00`, in the years 2000 to 2999; of an all-day appointment days: `2026-11-25`, the last one included. */
export const previewInput = z.strictObject({
  subject: z.string('type').check(z.maxLength(1000, 'too-long')),
  start: line(40),
  end: line(40),
  isAllDay: z.optional(z.boolean('type')),
  isCancelled: z.optional(z.boolean('type')),
  /** As in the IANA database. */
  timeZone,
  language: voicemailLanguage,
  autoBackToOffice: z.boolean('type'),
  /** When it is made; now if absent. */
  now: z.optional(timestamp),
});
export type PreviewInput = z.infer<typeof previewInput>;

export const preview = z.object({
  rule: presenceRule,
  /** What was found in the subject, as it stands there, and what it sets; null where nothing was. `at` is an index of JavaScript's strings; 0 where the subject is private. */
  keyword: z.nullable(z.object({ text: z.string(), at: z.number(), status: z.enum(keywordStatuses) })),
  /** A sentence in the reader's language. */
  why: z.string(),
  start: instant,
  end: instant,
  /** From now on; the presence before the first point is Office. Of `depends-on-poll` it is what the poll sets that comes early enough. */
  line: z.array(linePoint),
});
export type Preview = z.infer<typeof preview>;

/** Body of `POST …/mailbox-preview`. */
export const mailboxPreviewInput = z.strictObject({ mailbox: emailAddress, timeZone, language: voicemailLanguage, autoBackToOffice: z.boolean('type') });
export type MailboxPreviewInput = z.infer<typeof mailboxPreviewInput>;

export const previewedAppointment = z.object({
  /** Null of a private one: only its keyword is shown. */
  subject: z.nullable(z.string()),
  start: instant,
  end: instant,
  isAllDay: z.boolean(),
  isCancelled: z.boolean(),
  isPrivate: z.boolean(),
  isRecurring: z.boolean(),
  preview: z.pick(preview, { rule: true, keyword: true, why: true }),
});

/**
 * The next 24 hours of a mailbox; `line` is the presence of all its appointments together, with a point at `from` where one runs already. `more`: there are more appointments than are shown (200), or more points (500): then `to` is where
 * the line ends. What Microsoft answers instead of a calendar is a diagnosis.
 */
export const mailboxPreview = z.object({
  mailbox: z.string(),
  from: instant,
  to: instant,
  appointments: z.array(previewedAppointment),
  line: z.array(linePoint),
  more: z.boolean(),
  diagnosis: z.optional(diagnosis),
  /** What was said meanwhile, without secrets. */
  transcript: z.array(z.string()),
});
export type MailboxPreview = z.infer<typeof mailboxPreview>;
