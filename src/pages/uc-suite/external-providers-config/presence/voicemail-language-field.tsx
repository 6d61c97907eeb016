import { useLingui } from '@lingui/react/macro';
import type { SelectHTMLAttributes } from 'react';
import { voicemailLanguages } from '../../../../../contract/voicemail-languages.ts';
import { SelectField } from '../../../../ui/field.tsx';

type VoicemailLanguageFieldProps = SelectHTMLAttributes<HTMLSelectElement> & { help?: string; error?: string | undefined; ref?: React.Ref<HTMLSelectElement> };

/** The voicemail language of a user: his keywords are those of this language only. */
export function VoicemailLanguageField(props: VoicemailLanguageFieldProps) {
  const { t, i18n } = useLingui();
  const names = new Intl.DisplayNames(i18n.locale, { type: 'language' });
  return (
    <SelectField label={t`Voicemail language`} {...props}>
      {voicemailLanguages.map((language) => (
        <option key={language} value={language}>
          {names.of(language)}
        </option>
      ))}
    </SelectField>
  );
}
