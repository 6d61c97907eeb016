import * as z from 'zod/mini';
import { ownPassword, role } from './accounts.ts';
import { instant, text } from './fields.ts';
import { functionName } from './functions.ts';
import { passphraseLength } from './passphrase-length.ts';

/** Are the secrets in the file, sealed with a passphrase, or left out? */
export const backupSecrets = z.enum(['sealed', 'omit'], 'backup-secrets');
export type BackupSecrets = z.infer<typeof backupSecrets>;

/** A passphrase that is chosen. */
export const newPassphrase = text().check(
  z.minLength(1, 'required'),
  z.refine((value) => [...value].length >= passphraseLength.min, 'passphrase-short'),
  z.maxLength(passphraseLength.max, 'too-long'),
);

/** Body of `POST /backup`. */
export const backupInput = z.discriminatedUnion(
  'secrets',
  [z.strictObject({ secrets: z.literal('sealed'), passphrase: newPassphrase, password: ownPassword }), z.strictObject({ secrets: z.literal('omit'), passphrase: z.optional(z.nullable(z.string('type'))), password: ownPassword })],
  'backup-secrets',
);

/** A backup is 16 MiB at most. */
export const mostBackupBytes = 16 * 1024 * 1024;

/** Members of the form of `POST /backup/restore`, beside `file`; the passphrase is needed where the file is sealed. */
export const restoreInput = z.strictObject({ passphrase: z.optional(z.string('type').check(z.maxLength(passphraseLength.max, 'too-long'))), password: ownPassword });

/** What belongs to a backup, in the order in which it is shown. */
export const backupParts = ['email-forwarding', 'sign-in', 'exchange-calendar', 'exchange-directory', 'keywords', 'queues', 'pilots', 'notices', 'diagnosis-logs', 'accounts'] as const;
export type BackupPart = (typeof backupParts)[number];

/** Of a secret `from` and `to` are null: `what` says what becomes of it. Names and values are in the reader's language; null is none. */
const changedField = z.object({ name: z.string(), from: z.nullable(z.string()), to: z.nullable(z.string()), what: z.nullable(z.enum(['set', 'changed', 'removed'])) });
export type ChangedField = z.infer<typeof changedField>;

const change = z.object({
  kind: z.enum(['added', 'changed', 'removed']),
  /** Empty where there is only one of its kind. */
  name: z.string(),
  fields: z.array(changedField),
});

/** So many changes of a part are listed; all are counted. */
export const mostChangesListed = 200;

const section = z.object({
  part: z.enum(backupParts),
  name: z.string(),
  added: z.number(),
  changed: z.number(),
  removed: z.number(),
  unchanged: z.number(),
  changes: z.array(change),
});

/** A secret that is used and that nobody has any more: it is to be entered again. */
const missingSecret = z.object({ function: z.union([functionName, z.literal('notices')]), ref: z.nullable(z.string()), name: z.string(), field: z.string() });
export type MissingSecret = z.infer<typeof missingSecret>;

/** Answer of `POST /backup/restore`: what was changed; with `?dryRun=true` what would be. */
export const restorePlan = z.object({
  /** To be sent as `If-Match`, so that only what was shown is done: of the file and of what is stored. */
  version: z.string(),
  backup: z.object({ product: z.string(), madeAt: instant, madeBy: z.string(), secrets: backupSecrets }),
  sections: z.array(section),
  afterwards: z.object({
    /** The first ones, and how many there are. */
    secrets: z.array(missingSecret),
    secretsTotal: z.number(),
    /** Must somebody sign in at Microsoft again? */
    signIn: z.boolean(),
    /** Administrators who need a new password from an expert. */
    withoutPassword: z.array(z.string()),
    /** What the caller's own role will be. */
    role,
    /** Does the caller sign in with the password of the backup from then on? */
    otherPassword: z.boolean(),
  }),
});
export type RestorePlan = z.infer<typeof restorePlan>;
