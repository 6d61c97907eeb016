import { useLayoutEffect, useState } from 'react';
import { useForm, type DefaultValues, type FieldValues, type Resolver, type UseFormReturn } from 'react-hook-form';
import type { Stored } from '../api/stored.ts';

// An error that appears between pressing and letting go of a button would push the button away.
const delayError = 300;

interface StoredForm<Values extends FieldValues, Output, Settings> {
  form: UseFormReturn<Values, unknown, Output>;
  /** What the form began with. */
  base: Stored<Settings>;
}

/** A form of settings, and what it began with: while nothing is typed both follow what is stored, then they stay, so that a save says against what it was made. */
export function useStoredForm<Values extends FieldValues, Output, Settings>(stored: Stored<Settings>, valuesOf: (settings: Settings) => Values, resolver: Resolver<Values, unknown, Output>): StoredForm<Values, Output, Settings> {
  const form = useForm<Values, unknown, Output>({ resolver, mode: 'onTouched', delayError, shouldFocusError: false, defaultValues: valuesOf(stored.settings) as DefaultValues<Values> });
  const [base, setBase] = useState(stored);
  const { reset, formState } = form;
  const { isDirty } = formState;
  if (!isDirty && base !== stored) setBase(stored);
  // At once: what is typed between this render and an effect after it would be lost.
  useLayoutEffect(() => {
    if (!isDirty) reset(valuesOf(stored.settings));
  }, [stored, isDirty, reset, valuesOf]);
  return { form, base };
}
