import * as z from 'zod/mini';
import { step } from './checks.ts';
import { cloud } from './cloud.ts';
import { encryption } from './email-forwarding.ts';
import { host, instant, port } from './fields.ts';
import { functionName } from './functions.ts';

/** What this machine connects for. */
export const networkPurpose = z.enum(['sign-in', 'smtp', 'pop3', 'ews', 'graph', 'webhook']);
export type NetworkPurpose = z.infer<typeof networkPurpose>;

/** What needs a host: a function, or the notices. */
export const networkUser = z.enum([...functionName.options, 'notices']);
export type NetworkUser = z.infer<typeof networkUser>;

/** A host and port that this machine connects to. */
export const networkHost = z.object({
  host: z.string(),
  port: z.number(),
  protocol: z.enum(['https', 'http', 'smtp', 'pop3']),
  encryption,
  purposes: z.array(networkPurpose),
  /** Is it Microsoft's? Then whoever opens the encryption on the way is seen by its certificate. */
  microsoft: z.boolean(),
  /** Who needs it; of queue pilots how many. */
  uses: z.array(z.object({ of: networkUser, count: z.number() })),
});
export type NetworkHost = z.infer<typeof networkHost>;

/** What the browser of an administrator needs, always by HTTPS at port 443: `code` is where the code is entered, `parts` what the sign-in page consists of. */
export const browserHost = z.object({ host: z.string(), purpose: z.enum(['code', 'sign-in', 'parts', 'portal']) });
export type BrowserHost = z.infer<typeof browserHost>;

/** What the firewall must let through: for what is set up, or for what is planned. */
export const network = z.object({
  /** Is anything set up? */
  configured: z.boolean(),
  hosts: z.array(networkHost),
  browser: z.array(browserHost),
});
export type Network = z.infer<typeof network>;

/** What is planned: these functions in this cloud, with the defaults. */
export const networkPlan = z.object({ cloud, functions: z.array(functionName) });
export type NetworkPlan = z.infer<typeof networkPlan>;

/** Only hosts that a sheet lists are connected to. */
export const networkCheckInput = z.strictObject({ host, port });

/** Can it be reached, and who encrypts there? The steps `network` and `tls` as in the check of a function. */
export const networkCheck = z.object({ host: z.string(), port: z.number(), at: instant, state: z.enum(['passed', 'failed']), steps: z.array(step) });
export type NetworkCheck = z.infer<typeof networkCheck>;
