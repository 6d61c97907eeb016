import type { FieldValues, Resolver } from 'react-hook-form';

/**
 * A form's rules that are fetched when they are needed first; `inputOf` makes of its values what is sent.
 * Where that fails the form is sent as it is: the backend has the same rules, and its answer comes to the fields.
 */
export function lazyResolver<Values extends FieldValues, Input extends FieldValues>(load: () => Promise<Resolver<Input, unknown, Input>>, inputOf: (values: Values) => Input = (values) => values as never): Resolver<Values, unknown, Input> {
  return async (values, context, options) => {
    const resolver = await load().catch(() => null);
    const input = inputOf(values);
    return resolver ? ((await resolver(input, context, options as never)) as never) : { values: input, errors: {} };
  };
}
