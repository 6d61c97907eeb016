import { examineAddress } from './address.ts';
import { examineApplication, examinePlaceholder } from './application.ts';
import { examineCharacters } from './characters.ts';
import { examineDocument } from './documents.ts';
import type { DoctorField, DoctorValues, Finding } from './finding.ts';
import { examineSecret } from './secret.ts';
import { examineTenant } from './tenant.ts';

// No field takes more; a whole book on the clipboard is not searched.
const longest = 20_000;

/** Looks at what stands in a field of ids, and says what it is instead and how to correct it; null when nothing is odd. The words are the console's. */
export function examine(field: DoctorField, text: string, values: DoctorValues): Finding | null {
  if (text.trim() === '' || text.length > longest) return null;
  return examineDocument(field, text, values) ?? examinePlaceholder(field, text) ?? examineCharacters(field, text) ?? examineOwn(field, text, values);
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
