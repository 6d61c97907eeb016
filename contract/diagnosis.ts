import * as z from 'zod/mini';

export const owner = z.enum(['telephone-admin', 'entra-admin', 'exchange-admin', 'network-admin', 'nobody']);
export type Owner = z.infer<typeof owner>;

/** Values that an explanation's sentences are filled with: never a secret. */
export const params = z.record(z.string(), z.union([z.string(), z.number()]));
export type Params = z.infer<typeof params>;

/** What is stored of something that went wrong; the sentences are rendered when it is read. `raw` is the redacted answer as received. */
export interface StoredDiagnosis {
  code: string;
  params: Params;
  raw?: string;
}

/** `application-method`: sign in as the application instead of by a code; `swap-ids`: Application ID and Tenant ID; `choose-cloud`: the one in `params.otherCloud`. */
export const offer = z.enum(['application-method', 'swap-ids', 'choose-cloud']);
export type Offer = z.infer<typeof offer>;

/** Does the same once more help, when nobody changes anything? `later`: after the delay, where there is one. */
export const retry = z.enum(['no', 'later', 'at-once']);
export type Retry = z.infer<typeof retry>;

/** What is wrong, who must act, and how: in the reader's language. */
export const diagnosis = z.object({
  code: z.string(),
  params,
  cause: z.string(),
  owner,
  fix: z.string(),
  retry,
  /** One or more lines of PowerShell, filled in. */
  script: z.optional(z.string()),
  /** Where one answer has several possible reasons: each with its check command, in the order in which to try. */
  tries: z.optional(z.array(z.object({ what: z.string(), script: z.optional(z.string()) }))),
  /** The field of the settings at fault, as JSON pointer. */
  pointer: z.optional(z.string()),
  /** Where the fix is made: a page of the Microsoft portal, or the consent page, to open or to hand over. */
  link: z.optional(z.object({ text: z.string(), href: z.string() })),
  /** What the console can do about it by one click. */
  offer: z.optional(offer),
  /** How long a fix may take to arrive everywhere, or how long to wait before the next try. */
  retryAfterMinutes: z.optional(z.number()),
  raw: z.optional(z.string()),
});
export type Diagnosis = z.infer<typeof diagnosis>;
