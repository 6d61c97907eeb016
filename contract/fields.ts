import * as z from 'zod/mini';

// The message of every rule is its code: it travels as `errors[].code`, and the console's catalogue has a sentence for it.

const guidPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const hostPattern = /^(?=.{1,253}$)[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)*$/i;
const ipv6Pattern = /^[0-9a-f:]*:[0-9a-f:]*:[0-9a-f:.]*$/i;
const addressPattern = /^[^\s@<>()[\]\\,;:"]{1,64}@(?=[^@]{1,253}$)[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?(?:\.[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?)+$/u;
// Cc and Cf: control characters, and the invisible ones that a paste brings along (zero width, direction marks).
const invisible = /[\p{Cc}\p{Cf}]/u;

const aliases = ['common', 'consumers', 'organizations'] as const;

/** Is this tenant one of Microsoft's aliases instead of a real tenant? */
export function isTenantAlias(tenant: string): boolean {
  return (aliases as readonly string[]).includes(tenant.toLowerCase());
}

function isTenant(value: string): boolean {
  return guidPattern.test(value) || isTenantAlias(value) || (value.includes('.') && hostPattern.test(value));
}

/** One line of text without control or invisible characters, trimmed. An empty one is refused as `required`. */
export function line(max: number) {
  return z.string('required').check(
    z.trim(),
    z.minLength(1, 'required'),
    z.maxLength(max, 'too-long'),
    z.refine((value) => !invisible.test(value), { error: 'invisible-characters', when: isText }),
  );
}

// The next rule is looked at only where the ones before it had nothing to say: one error a field.
function isText(payload: { value: unknown; issues: unknown[] }): boolean {
  return typeof payload.value === 'string' && payload.issues.length === 0;
}

function rule(test: (value: string) => boolean, code: string) {
  return z.refine<string>(test, { error: code, when: isText });
}

/** An Entra object or application id. */
export const guid = line(200).check(rule((value) => guidPattern.test(value), 'guid'));

/** A tenant: GUID, verified domain, or `common`, `consumers`, `organizations`. */
export const tenant = line(253).check(rule(isTenant, 'tenant'));

/** A mail address as RFC 5321 limits it: 64 before the @, 254 in all; domains in any script. */
export const emailAddress = line(254).check(rule((value) => addressPattern.test(value), 'email'));

/** A host name or an IP literal. */
export const host = line(253).check(rule((value) => hostPattern.test(value) || ipv6Pattern.test(value), 'host'));

/** A TCP port. */
export const port = z.number('port').check(z.int('port'), z.minimum(1, 'port'), z.maximum(65535, 'port'));

/** An instant, RFC 3339 in UTC. */
export const instant = z.string();

export const language = z.enum(['en', 'de'], 'language');
export type Language = z.infer<typeof language>;
