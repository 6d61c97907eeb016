import type { UseFormReturn } from 'react-hook-form';
import type { PilotInput } from '../../../../../contract/contact-center.ts';
import type { StoredPilot } from '../../../../api/contact-center.ts';
import { lazyResolver } from '../../../../parts/lazy-resolver.ts';
import { useStoredForm } from '../../../../parts/use-stored-form.ts';
import { inputOf, valuesOf, type PilotValues } from './pilot-values.ts';

export type PilotForm = UseFormReturn<PilotValues, unknown, PilotInput>;

const resolver = lazyResolver(async () => (await import('./pilot-rules.ts')).pilotResolver, inputOf);

/** The form of a pilot, and what it began with. */
export function usePilotForm(stored: StoredPilot): { form: PilotForm; base: StoredPilot } {
  return useStoredForm(stored, valuesOf, resolver);
}
