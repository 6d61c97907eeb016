import type { CheckInput } from '../../../contract/checks.ts';
import type { FunctionName } from '../../../contract/functions.ts';
import type { CheckRow } from '../../store.ts';
import type { Services } from '../context.ts';
import type { Checkable, Plan } from './checkable.ts';
import { emailForwardingChecks } from './email-forwarding-checks.ts';
import { providerChecks } from './provider-checks.ts';

/** Every function that can be checked. */
export const checkables = {
  'email-forwarding': emailForwardingChecks,
  'exchange-calendar': providerChecks('exchange-calendar'),
  'exchange-directory': providerChecks('exchange-directory'),
} satisfies Record<FunctionName, Checkable<never>>;

/** The ladder that is asked for: on the draft, or on what is saved. Raises 422 as `Checkable` does. */
export function planOf(services: Services, asked: CheckInput): Promise<Plan> {
  const input = inputOf(asked);
  // Each draft goes with its function: so the contract has it.
  if (asked.function === 'email-forwarding' && asked.draft) return emailForwardingChecks.planDraft(services, asked.draft, input);
  if (asked.function !== 'email-forwarding' && asked.draft) return checkables[asked.function].planDraft(services, asked.draft, input);
  return checkables[asked.function].planSaved(services, input, { byHand: true, automatic: false });
}

/** What a check is asked to do, as it is stored; addresses that are there twice are read once. */
export function inputOf(asked: CheckInput): CheckRow['input'] {
  const given: CheckRow['input'] = { ...asked.input };
  if (!given.mailboxes) return given;
  const byAddress = new Map(given.mailboxes.map((mailbox) => [mailbox.toLowerCase(), mailbox]));
  return { ...given, mailboxes: [...byAddress.values()] };
}
