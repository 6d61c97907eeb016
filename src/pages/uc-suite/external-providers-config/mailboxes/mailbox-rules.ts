import { emailAddress } from '../../../../../contract/fields.ts';

export function isMailAddress(address: string): boolean {
  return emailAddress.safeParse(address).success;
}
