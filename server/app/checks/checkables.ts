import type { CheckInput } from '../../../contract/checks.ts';
import type { FunctionName } from '../../../contract/functions.ts';
import type { Services } from '../context.ts';
import type { Received } from '../secrets/received.ts';
import type { Asked, Checkable, Plan } from './checkable.ts';
import { emailForwardingChecks } from './email-forwarding-checks.ts';
import { pilotChecks } from './pilot-checks.ts';
import { providerChecks } from './provider-checks.ts';

/** Every function that can be checked. */
export const checkables = {
  'email-forwarding': emailForwardingChecks,
  'exchange-calendar': providerChecks('exchange-calendar'),
  'exchange-directory': providerChecks('exchange-directory'),
  'queue-pilot': pilotChecks,
} satisfies Record<FunctionName, Checkable<never>>;

/** The ladder that is asked for: on the draft, or on what is saved. Raises as `Checkable` does. */
export function planOf(services: Services, given: Received<CheckInput>): Promise<Plan> {
  const asked = askedOf(given);
  if (!given.draft) return checkables[given.function].planSaved(services, asked, { byHand: true, automatic: false });
  // Each draft goes with its function: so the contract has it.
  switch (given.function) {
    case 'email-forwarding':
      return emailForwardingChecks.planDraft(services, given.draft, asked);
    case 'queue-pilot':
      return pilotChecks.planDraft(services, given.draft, asked);
    default:
      return checkables[given.function].planDraft(services, given.draft, asked);
  }
}

/** What is to be checked, as it is stored; addresses that are there twice are read once. */
export function askedOf({ ref = null, input }: Received<CheckInput>): Asked {
  const given: Asked['input'] = { ...input };
  if (!given.mailboxes) return { ref, input: given };
  const byAddress = new Map(given.mailboxes.map((mailbox) => [mailbox.toLowerCase(), mailbox]));
  return { ref, input: { ...given, mailboxes: [...byAddress.values()] } };
}
