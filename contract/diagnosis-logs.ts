import * as z from 'zod/mini';
import { instant, timestamp } from './fields.ts';

const logSource = z.enum(['event-log', 'framework-protocol', 'uc-suite-protocols'], 'log-source');

/** Body of `POST /diagnosis-logs`: what goes into the ZIP, of `from` up to, but without, `to`. */
export const diagnosisLogsInput = z
  .strictObject({
    sources: z.array(logSource, 'type').check(z.minLength(1, 'required'), z.maxLength(logSource.options.length, 'too-many'), z.refine((sources) => new Set(sources).size === sources.length, 'twice')),
    from: timestamp,
    to: timestamp,
    /** Are mail addresses and sign-in names masked? */
    maskAddresses: z.optional(z.boolean('type')),
  })
  .check(z.refine(({ from, to }) => !(Date.parse(from) >= Date.parse(to)), { error: 'range', path: ['to'] }));
export type DiagnosisLogsInput = z.infer<typeof diagnosisLogsInput>;

/** Answer of `POST /diagnosis-logs?dryRun=true`: about how large the ZIP would be, and how many events and protocol entries it would hold. */
export const diagnosisLogsEstimate = z.object({ estimatedBytes: z.number(), entries: z.number() });
export type DiagnosisLogsEstimate = z.infer<typeof diagnosisLogsEstimate>;

/** Body of `PUT /diagnosis-logs/settings`. */
export const diagnosisLogsSettingsInput = z.strictObject({ ucSuiteProtocols: z.boolean('type') });
export type DiagnosisLogsSettingsInput = z.infer<typeof diagnosisLogsSettingsInput>;

export const diagnosisLogsSettings = z.object({
  configured: z.boolean(),
  changedAt: z.nullable(instant),
  /** Are the UC Suite protocols recorded? */
  ucSuiteProtocols: z.boolean(),
  /** What recording them takes of the disk with the functions that are set up, in kB an hour. */
  kilobytesPerHour: z.number(),
  /** How long protocols are kept, in days, and how much of them at most, in MB. */
  keepDays: z.number(),
  keepMegabytes: z.number(),
});
export type DiagnosisLogsSettings = z.infer<typeof diagnosisLogsSettings>;
/** Members that only a read has. */
export const diagnosisLogsReadOnly = ['configured', 'changedAt', 'kilobytesPerHour', 'keepDays', 'keepMegabytes'] as const;
