import * as z from 'zod/mini';
import { functionName, type FunctionName } from './functions.ts';

const form = new RegExp(`^(?:(?:${functionName.options.filter((name) => name !== 'queue-pilot').join('|')})|queue-pilot:[a-z2-7]{20}/[a-z2-7]{20})$`);

/** Whose client secret it is: a function, or a queue pilot as `queue-pilot:<queueId>/<pilotId>`. */
export const secretSource = z.string('type').check(z.regex(form, 'secret-source'));
export type SecretSource = z.infer<typeof secretSource>;

/** The source of a function, or of the one of its kind that `ref` names. */
export function sourceOf(name: FunctionName, ref: string | null): SecretSource {
  return ref === null ? name : `${name}:${ref}`;
}

/** The function and the `ref` of a source. */
export function placeOf(source: SecretSource): { function: FunctionName; ref: string | null } {
  const [name = '', ref = null] = source.split(':');
  return { function: functionName.parse(name), ref };
}

/** The id of the pilot that a `ref` names, `<queueId>/<pilotId>`. */
export function pilotIdOf(ref: string): string {
  return ref.slice(ref.indexOf('/') + 1);
}

/** The `ref` of a pilot. */
export function pilotRef(queueId: string, pilotId: string): string {
  return `${queueId}/${pilotId}`;
}
