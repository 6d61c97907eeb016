import type { FieldValues, Resolver } from 'react-hook-form';

/** A form's rules that are fetched when they are needed first. Where that fails the form is sent as it is: the backend has the same rules, and its answer comes to the fields. */
export function lazyResolver<Values extends FieldValues, Output>(load: () => Promise<Resolver<Values, unknown, Output>>): Resolver<Values, unknown, Output> {
  return async (values, context, options) => {
    const resolver = await load().catch(() => null);
    return resolver ? resolver(values, context, options) : { values: values as unknown as Output & Record<string, never>, errors: {} };
  };
}
