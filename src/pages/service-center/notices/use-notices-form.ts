import type { UseFormReturn } from 'react-hook-form';
import type { NoticesInput } from '../../../../contract/notices.ts';
import type { StoredNotices } from '../../../api/notices.ts';
import { lazyResolver } from '../../../parts/lazy-resolver.ts';
import { useStoredForm } from '../../../parts/use-stored-form.ts';
import { inputOf, valuesOf, type NoticesValues } from './notices-values.ts';

export type NoticesForm = UseFormReturn<NoticesValues, unknown, NoticesInput>;

const resolver = lazyResolver(async () => (await import('./notices-rules.ts')).noticesResolver, inputOf);

/** The form of the notices, and what it began with. */
export function useNoticesForm(stored: StoredNotices): { form: NoticesForm; base: StoredNotices } {
  return useStoredForm(stored, valuesOf, resolver);
}
