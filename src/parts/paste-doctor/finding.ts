import type { Cloud } from '../../../contract/clouds.ts';

export type DoctorField = 'applicationId' | 'tenantId' | 'clientSecret' | 'emailAddress' | 'signInAs';

/** What the form holds, as far as the doctor looks at it. */
export interface DoctorValues {
  /** Does the application sign in by itself, with a secret? */
  isApplication: boolean;
  cloud: Cloud;
  emailAddress: string;
  applicationId: string;
  tenantId: string;
}

/** New values of the form; an empty one empties its field. */
export type Changes = Partial<Record<DoctorField | 'clientSecretExpiresAt', string>> & { cloud?: Cloud };

/** `value` is what is entered, `field` the field that is emptied or filled; a secret is never among them. */
export type Fix =
  | { kind: 'fill-in' | 'swap' | 'clear' | 'remove' | 'correct'; params: Record<never, string>; changes: Changes }
  | { kind: 'use'; params: { value: string }; changes: Changes }
  | { kind: 'move' | 'clear-field'; params: { field: DoctorField }; changes: Changes }
  | { kind: 'choose-cloud'; params: { cloud: Cloud }; changes: Changes };

type PlainKind =
  | 'portal-page'
  | 'web-address'
  | 'command-output'
  | 'invisible'
  | 'dashes'
  | 'full-width'
  | 'decorated'
  | 'placeholder'
  | 'address-in-application'
  | 'address-in-tenant'
  | 'tenant-in-application'
  | 'swapped'
  | 'same-id'
  | 'personal-tenant'
  | 'secret-id'
  | 'masked'
  | 'short-secret'
  | 'secret-unwanted';

/** What is wrong with a field, and what would put it right. */
export type Finding = { fixes: Fix[] } & (
  | { kind: PlainKind; params: Record<never, string> }
  | { kind: 'look-alikes'; params: { letters: string; script: 'cyrillic' | 'greek' } }
  | { kind: 'other-id'; params: { name: 'object' | 'secret' } }
  | { kind: 'microsoft-id'; params: { name: string } }
  | { kind: 'other-cloud'; params: { cloud: Cloud } }
  | { kind: 'alias'; params: { alias: string } }
);

/** The fix that enters this text; a secret is not named. */
export function enter(field: DoctorField, value: string): Fix {
  const changes = { [field]: value };
  return field === 'clientSecret' ? { kind: 'correct', params: {}, changes } : { kind: 'use', params: { value }, changes };
}

/** The fix that empties the field. */
export function clear(field: DoctorField): Fix {
  return { kind: 'clear', params: {}, changes: { [field]: '' } };
}
