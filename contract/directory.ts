import * as z from 'zod/mini';
import { diagnosis } from './diagnosis.ts';
import { line } from './fields.ts';

/** Body of `POST …/exchange-directory/search`: a name, or a part of one. */
export const directorySearchInput = z.strictObject({ name: line(100) });

export const contact = z.object({
  displayName: z.string(),
  company: z.string(),
  numbers: z.array(z.object({ kind: z.enum(['business', 'business-2', 'mobile', 'home', 'home-2', 'company', 'fax', 'other']), number: z.string() })),
  addresses: z.array(z.object({ kind: z.enum(['business', 'home', 'other']), street: z.string(), postalCode: z.string(), city: z.string(), state: z.string(), country: z.string() })),
});
export type Contact = z.infer<typeof contact>;

/** Why there are these contacts, or none: `found`, `too-many` (more than are shown), `no-match`, `only-private` (those that match are private), `empty-folder`, `only-in-subfolders` (the root holds none, a folder below it is not searched). */
export const searchRule = z.enum(['found', 'too-many', 'no-match', 'only-private', 'empty-folder', 'only-in-subfolders']);
export type SearchRule = z.infer<typeof searchRule>;

/** What Exchange answers instead of contacts is a diagnosis; then `rule` is null. `transcript`: what was said meanwhile, without secrets. */
export const directorySearch = z.object({ items: z.array(contact), total: z.number(), rule: z.nullable(searchRule), why: z.string(), diagnosis: z.optional(diagnosis), transcript: z.array(z.string()) });
export type DirectorySearch = z.infer<typeof directorySearch>;
