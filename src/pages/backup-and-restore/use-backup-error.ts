import { useLingui } from '@lingui/react/macro';
import type { FieldError } from 'react-hook-form';
import { passphraseLength } from '../../../contract/passphrase-length.ts';
import { useFieldError } from '../../parts/field-error.ts';

/** Makes the sentence for a field's error, those of backups included. */
export function useBackupError(): (error: FieldError | undefined) => string | undefined {
  const { t } = useLingui();
  const fieldError = useFieldError();
  const { min } = passphraseLength;
  return (error) => {
    switch (error?.message) {
      case 'passphrase-short':
        return t`Use at least ${min} characters.`;
      case 'passphrase-differs':
        return t`The two passphrases are not the same.`;
      case 'wrong-passphrase':
        return t`This is not the passphrase of this backup. Nobody can recover it: look where you keep it.`;
      case 'backup-not-readable':
        return t`This is no backup of Postern, or its beginning is damaged. Choose a file that this page has made.`;
      case 'backup-damaged':
        return t`This backup was cut, or changed after it was made. Nothing of it is used: take another copy.`;
      case 'backup-newer-version':
        return t`This backup was made by a newer version of Postern. Update this one first.`;
      case 'backup-invalid':
        return t`This backup holds what this system cannot take: see below.`;
      case 'secret-unreadable':
        return t`A stored secret does not open with the key of this system. Enter it again where it is used, or leave the secrets out.`;
      case 'too-large':
        return t`This is larger than 16 MB, and so no backup.`;
      default:
        return fieldError(error);
    }
  };
}
