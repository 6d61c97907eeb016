import * as z from 'zod/mini';
import { instant } from './fields.ts';

/** What an application's token carried, read without its signature: the object id of its service principal and its roles; both empty where the token is opaque. */
export const lastToken = z.object({ objectId: z.string(), roles: z.array(z.string()), at: instant });
export type LastToken = z.infer<typeof lastToken>;
