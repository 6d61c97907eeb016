import { numberCode, oauthCode } from './lookup.ts';
import type { DiagnosisCode } from './table.ts';

/** The explanation's code for what an identity endpoint refused: by its AADSTS number, else by OAuth's `error`; null for one without. */
export function identityCode(aadsts: number | null, error = ''): DiagnosisCode | null {
  return (aadsts === null ? null : numberCode(aadsts)) ?? oauthCode(error);
}
