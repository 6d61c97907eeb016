import type { DefaultValues, FieldValues, Path, UseFormReturn } from 'react-hook-form';

/** A form's own values, but for the chosen ones those of somebody else. */
export function pickTheirs<Values extends object>(mine: Values, theirs: Values, chosen: ReadonlySet<string>): Values {
  return Object.fromEntries(Object.entries(mine).map(([name, value]) => [name, chosen.has(name) ? theirs[name as keyof Values] : value])) as Values;
}

/** Lets a form go on from what somebody else has saved, with what was chosen as its changes. */
export function takeChoice<Values extends FieldValues, Output>(form: UseFormReturn<Values, unknown, Output>, saved: Values, chosen: Values): void {
  form.reset(saved as DefaultValues<Values> as Values);
  for (const [name, value] of Object.entries(chosen)) form.setValue(name as Path<Values>, value, { shouldDirty: true });
}
