import type { identityExplanations } from './identity.ts';
import type { signInExplanations } from './sign-in.ts';

type Code = keyof typeof identityExplanations | keyof typeof signInExplanations;

// The numbers and their meaning: learn.microsoft.com/entra/identity-platform/reference-error-codes
const numbers: Partial<Record<Code, readonly number[]>> = {
  'app-not-found': [700016, 700011],
  'app-disabled': [7000112, 70001],
  'tenant-not-found': [90002, 900023, 50059, 90019],
  'other-cloud': [90038, 900382, 900432],
  'tenant-alias-refused': [9001023],
  'single-tenant': [50194],
  'work-accounts-only': [9002332],
  'personal-accounts-only': [9002346],
  'account-type-refused': [500208],
  'account-not-in-tenant': [50020, 50034, 51004],
  'account-locked': [50053],
  'account-password-expired': [50055],
  'account-disabled': [50057],
  'account-password-wrong': [50126],
  'public-client-off': [7000218],
  'public-client-with-secret': [700025],
  'secret-wrong': [7000215],
  'secret-expired': [7000222],
  'consent-missing': [65001],
  'admin-consent-needed': [90094],
  'consent-requested': [90095],
  'consent-declined': [65004],
  'permission-not-declared': [650056, 650057, 65006],
  'user-not-assigned': [50105],
  'wrong-scope': [70011, 28002, 700022],
  'exchange-missing': [500011, 650052],
  'mfa-needed': [50076, 50074, 50158],
  'mfa-registration-needed': [50079, 50072],
  'mfa-expired': [50078],
  'device-code-blocked': [53003],
  'device-code-session-blocked': [530036],
  'blocked-by-policy': [530032, 50131, 53002, 53004],
  'device-not-compliant': [53000, 53001, 50097],
  'blocked-by-security-defaults': [530035],
  'sign-in-revoked': [50173],
  'sign-in-inactive': [700082, 70008],
  'sign-in-frequency': [70043],
  'code-not-used-yet': [70016],
  'code-unknown': [70018, 90119, 90120],
  'code-expired': [70019, 70020],
  'code-of-another-region': [50134],
  'too-many-requests': [90055],
  'asked-too-often': [50196],
  'identity-unavailable': [90024, 90033, 90006],
};

const byNumber = new Map(Object.entries(numbers).flatMap(([code, list]) => list.map((number) => [number, code as Code] as const)));

/** The explanation's code for an AADSTS number, or null. It chooses the help text only; what is done depends on OAuth's `error`. */
export function identityCode(aadsts: number): Code | null {
  return byNumber.get(aadsts) ?? null;
}
