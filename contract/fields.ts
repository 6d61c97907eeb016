import * as z from 'zod/mini';
import { isTenantAlias } from './tenant-alias.ts';

// The message of every rule is its code: it travels as `errors[].code`, and the console's catalogue has a sentence for it.

const guidPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const hostPattern = /^(?=.{1,253}$)[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)*$/i;
const ipv6Pattern = /^[0-9a-f:]*:[0-9a-f:]*:[0-9a-f:.]*$/i;
const addressPattern = /^[^\s@<>()[\]\\,;:"]{1,64}@(?=[^@]{1,253}$)[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?(?:\.[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?)+$/u;
// Control characters, the invisible ones that a paste brings along (zero width, direction marks), halves of characters, and what ends a line.
const invisible = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u;

function mixesScripts(value: string): boolean {
  return /\p{Script=Latin}/u.test(value) && /[\p{Script=Cyrillic}\p{Script=Greek}]/u.test(value);
}

function isTenant(value: string): boolean {
  return guidPattern.test(value) || isTenantAlias(value) || (value.includes('.') && hostPattern.test(value));
}

/** A text; one that is absent is `required`, another kind of value is `type`. */
export function text() {
  return z.string({ error: (issue) => (issue.input === undefined || issue.input === null ? 'required' : 'type') });
}

/** One line of text without control or invisible characters, trimmed. An empty one is refused as `required`. Of several faults the first one counts. */
export function line(max: number) {
  return text().check(
    z.trim(),
    z.minLength(1, 'required'),
    z.maxLength(max, 'too-long'),
    z.refine((value) => !invisible.test(value), 'invisible-characters'),
  );
}

/** One line as `line`, or none: an empty text is allowed, an absent one is an empty one. */
export function optionalLine(max: number) {
  return z.optional(
    z.nullable(
      z.string('type').check(
        z.trim(),
        z.maxLength(max, 'too-long'),
        z.refine((value) => !invisible.test(value), 'invisible-characters'),
      ),
    ),
  );
}

/** An Entra object or application id. */
export const guid = line(200).check(z.regex(guidPattern, 'guid'));

/** A tenant: GUID, verified domain, or `common`, `consumers`, `organizations`. */
export const tenant = line(253).check(z.refine(isTenant, 'tenant'));

/** A tenant that is one: GUID or verified domain. Client credentials have no tenant of their own to fall back on. */
export const realTenant = tenant.check(z.refine((value) => !isTenantAlias(value), 'tenant-alias'));

/** All permissions of one resource, as client credentials ask for them: `https://outlook.office365.com/.default`. */
export const defaultScope = line(500).check(z.regex(/^https:\/\/[a-z0-9.-]+\/\.default$/i, 'scope'));

/** A mail address as RFC 5321 limits it: 64 before the @, 254 in all; domains in any script, but not with letters in between that only look like Latin ones. */
export const emailAddress = line(254).check(
  z.regex(addressPattern, 'email'),
  z.refine((value) => !mixesScripts(value), 'mixed-scripts'),
);

/** A host name or an IP literal. */
export const host = line(253).check(z.refine((value) => hostPattern.test(value) || ipv6Pattern.test(value), 'host'));

/** A TCP port. */
export const port = z.number('port').check(z.int('port'), z.minimum(1, 'port'), z.maximum(65535, 'port'));

/** An instant, RFC 3339 in UTC. */
export const instant = z.string();

/** An instant as it is given: RFC 3339 in UTC. */
export const timestamp = z.string('type').check(z.refine((value) => /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(value) && !Number.isNaN(Date.parse(value)), 'timestamp'));

export const language = z.enum(['en', 'de'], 'language');
export type Language = z.infer<typeof language>;
