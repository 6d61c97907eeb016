import * as z from 'zod/mini';

/** Answer of `GET /health`: no sign-in needed, nothing secret in it. */
export const systemHealth = z.object({
  live: z.boolean(),
  ready: z.boolean(),
  version: z.string(),
  store: z.string(),
  /** Present where Microsoft 365 is played. */
  simulated: z.optional(z.object({ scenario: z.string(), panelUrl: z.string() })),
});
export type SystemHealth = z.infer<typeof systemHealth>;
