import { examineAddress } from './address.ts';
import { examineApplication, examinePlaceholder } from './application.ts';
import { examineCharacters } from './characters.ts';
import { examineDocument } from './documents.ts';
import type { DoctorField, DoctorValues, Finding } from './finding.ts';
import { examineSecret } from './secret.ts';
import { examineTenant } from './tenant.ts';

// A page of the portal is shorter, and no value is as long: a book on the clipboard is not searched.
const longestPage = 20_000;
const longestValue = 2_000;

/** Looks at what stands in a field of ids, and says what it is instead and how to correct it; null when nothing is odd. The words are the console's. */
export function examine(field: DoctorField, text: string, values: DoctorValues): Finding | null {
  if (text.trim() === '' || text.length > longestPage) return null;
  return examineDocument(field, text, values) ?? (text.length > longestValue ? null : examineValue(field, text, values));
}

function examineValue(field: DoctorField, text: string, values: DoctorValues): Finding | null {
  return examinePlaceholder(field, text) ?? examineCharacters(field, text) ?? examineOwn(field, text, values);
}

function examineOwn(field: DoctorField, text: string, values: DoctorValues): Finding | null {
  switch (field) {
    case 'applicationId':
      return examineApplication(text, values);
    case 'tenantId':
      return examineTenant(text, values);
    case 'clientSecret':
      return examineSecret(text);
    default:
      return examineAddress(field, text);
  }
}
