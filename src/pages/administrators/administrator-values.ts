import type { Administrator, AdministratorInput, NewAdministratorInput } from '../../../contract/administrators.ts';
import type { Language } from '../../../contract/fields.ts';
import type { Role } from '../../../contract/roles.ts';

/** What the form of an account holds. */
export interface AdministratorValues {
  username: string;
  email: string;
  role: Role;
  language: Language;
  /** Empty: it stays. */
  password: string;
  mustChangePassword: boolean;
}

/** What the form shows of an account. */
export function valuesOf({ username, email, role, language, mustChangePassword }: Administrator): AdministratorValues {
  return { username, email: email ?? '', role, language, password: '', mustChangePassword };
}

/** What is sent of a new one. */
export function newInputOf({ mustChangePassword: _only, ...values }: AdministratorValues): Omit<NewAdministratorInput, 'ownPassword'> {
  return values;
}

/** What is sent, but for the own password: that is asked for when it is. */
export function inputOf({ password, ...values }: AdministratorValues): Omit<AdministratorInput, 'ownPassword'> {
  return { ...values, ...(password !== '' && { password }) };
}
