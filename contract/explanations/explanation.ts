import type { Language } from '../fields.ts';
import type { Offer, Owner, Params, Retry } from '../diagnosis.ts';
import type { PortalPlace } from '../portal.ts';
import type { Match } from './match.ts';

/**
 * One sentence or two in each language; `{name}` is filled from the diagnosis' params. `[with {name}|without]` has a form for where the param is not known;
 * `[with {name}]` is left out then.
 */
export type Sentence = Record<Language, string>;

/** One of several possible reasons, and the command that shows whether it is this one. */
export interface Try {
  what: Sentence;
  /** PowerShell, one line; each `{name}` becomes a quoted argument. */
  script?: string;
}

export interface Explanation {
  /** The answers that it explains. */
  match: Match;
  /** Where such an answer was seen, or who documents it. */
  source: string;
  owner: Owner;
  /** Does the same once more help, when nobody changes anything? */
  retry: Retry;
  cause: Sentence;
  fix: Sentence;
  /** Where the fix is made; its address is made of the params `cloud`, `tenantId` and `applicationId`. */
  link?: { to: PortalPlace; text: Sentence };
  offer?: Offer;
  /** PowerShell, one line or more; each `{name}` becomes a quoted argument. What needs more is made of the params, quoted by itself. */
  script?: string | ((params: Params) => string);
  /** Where one answer has several possible reasons: in the order in which to try. */
  tries?: readonly Try[];
  /** The settings field at fault, as JSON pointer. */
  pointer?: string;
  /** The params' own `retryAfterMinutes` wins, where the answer says how long. */
  retryAfterMinutes?: number;
}

/** A sentence, or a script, with its `{name}` filled from the params, each shaped; one that is not among them stays, but in brackets. */
export function fill(template: string, params: Params, shape: (value: string) => string = (value) => value): string {
  const known = (name: string) => params[name] !== undefined;
  const plain = (text: string) => text.replace(/\{(\w+)\}/g, (hole, name: string) => (known(name) ? shape(String(params[name])) : hole));
  return template.replace(/\[([^[\]|]*\{\w+\}[^[\]|]*)(?:\|([^[\]]*))?\]|\{\w+\}/g, (part, withNames: string | undefined, without = '') => {
    if (withNames === undefined) return plain(part);
    return plain([...withNames.matchAll(/\{(\w+)\}/g)].every(([, name = '']) => known(name)) ? withNames : without);
  });
}
