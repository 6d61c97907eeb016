import * as z from 'zod/mini';
import { step } from './checks.ts';
import { cloud } from './cloud.ts';
import { diagnosis } from './diagnosis.ts';
import { instant } from './fields.ts';
import { functionName } from './functions.ts';

/** One run of **Check everything**; when it has ended it is an acceptance report. */
export const checkRun = z.object({
  id: z.string(),
  version: z.number(),
  state: z.enum(['running', 'finished', 'cancelled']),
  startedAt: instant,
  endedAt: z.nullable(instant),
  by: z.string(),
  /** Of the product that checked. */
  productVersion: z.string(),
  /** Where the test mail went; null where whoever started it has no address of his own, so that none was sent. */
  sendTo: z.nullable(z.string()),
  /** How many functions and queue pilots are checked, and how many of them have been. */
  total: z.number(),
  done: z.number(),
  passed: z.number(),
  failed: z.number(),
  /** Functions that were not set up. */
  notSetUp: z.array(functionName),
});
export type CheckRun = z.infer<typeof checkRun>;
export const checkRunList = z.object({ items: z.array(checkRun), next: z.nullable(z.string()), total: z.number() });

/** Against what was checked; of Microsoft's side only where the method has one. */
export const checkTarget = z.object({
  server: z.string(),
  mailbox: z.string(),
  authMethod: z.enum(['basic', 'microsoft-oauth', 'microsoft-oauth-application', 'oauth']),
  cloud: z.nullable(cloud),
  tenantId: z.nullable(z.string()),
  applicationId: z.nullable(z.string()),
});
export type CheckTarget = z.infer<typeof checkTarget>;

/** `not-checked`: the run was cancelled before, or it was deleted meanwhile. */
export const checkRunItemState = z.enum(['pending', 'running', 'passed', 'failed', 'not-checked']);

/** What was checked, the functions first, then the queue pilots by queue and name. */
export const checkRunItem = z.object({
  position: z.number(),
  function: functionName,
  /** Of a queue pilot `<queueId>/<pilotId>`, its queue's name and its own. */
  ref: z.nullable(z.string()),
  queue: z.nullable(z.string()),
  name: z.nullable(z.string()),
  state: checkRunItemState,
  /** As it was saved when its check began; null before. */
  target: z.nullable(checkTarget),
  /** The check; it is kept as long as other checks are. */
  check: z.nullable(z.string()),
  endedAt: z.nullable(instant),
  /** The steps of the check; empty for queue pilots. */
  steps: z.array(step),
  /** Why it failed. */
  diagnosis: z.optional(diagnosis),
});
export type CheckRunItem = z.infer<typeof checkRunItem>;
export const checkRunItems = z.object({ items: z.array(checkRunItem), next: z.nullable(z.string()), total: z.number() });
