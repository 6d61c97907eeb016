import * as z from 'zod/mini';
import { diagnosis } from './diagnosis.ts';

/** The most that a body of `POST /explanations` may hold, in bytes: 1 MiB. */
export const mostExplainedBytes = 1024 * 1024;

/** An error text as somebody pasted it. */
export const explanationInput = z.strictObject({ text: z.string().check(z.refine((text) => text.trim() !== '', 'required')) });

/** A diagnosis found in a text: its line, from 1, or null where it is inside of an encoded part; and how often the same is there. */
export const explained = z.extend(diagnosis, { line: z.nullable(z.number()), count: z.number() });
export type Explained = z.infer<typeof explained>;

/** What a text means, the deciding answer first; never empty. `explanationsVersion` is that of the table of explanations, for support. */
export const explanationList = z.object({ items: z.array(explained), explanationsVersion: z.string() });
export type ExplanationList = z.infer<typeof explanationList>;
