import { Trans, useLingui } from '@lingui/react/macro';
import { pop3Place, type Pop3Encryption } from '../../../../../contract/pop3-place.ts';
import { CloudField } from '../../../../parts/cloud-field.tsx';
import { announce } from '../../../../ui/announcer.tsx';
import { Button } from '../../../../ui/button.tsx';
import { SelectField, TextField } from '../../../../ui/field.tsx';
import type { PilotFieldsProps } from './pilot-fields.tsx';
import { encryptedBy, inCloud } from './pilot-values.ts';
import { usePilotWords } from './use-pilot-words.ts';

/** Where the mailbox is, and what a token is asked for; at Microsoft all of it can stay. */
export function ServerFields({ form, values, wrong, set }: PilotFieldsProps) {
  const { t } = useLingui();
  const { encryptions } = usePilotWords();
  const { register } = form;
  const isOauth = values.authMethod === 'oauth';
  const usual = pop3Place(values.cloud);
  const texts = { required: true, autoComplete: 'off', autoCapitalize: 'none', spellCheck: false, className: 'code' } as const;
  // What is right at Microsoft, in place of what is wrong.
  const offer = (field: 'server' | 'scope') => {
    const right = usual[field];
    if (!isOauth || !wrong(field) || values[field].trim() === right) return undefined;
    const use = () => {
      set({ [field]: right });
      form.setFocus(field);
      announce(t`Entered: ${right}.`);
    };
    return (
      <Button onClick={use}>
        <Trans>Use {right}</Trans>
      </Button>
    );
  };
  return (
    <>
      <h3>
        <Trans>Mail server</Trans>
      </h3>
      <TextField label={t`Server`} error={wrong('server')} note={offer('server')} {...texts} {...register('server')} />
      <div className="pair">
        <TextField label={t`Port`} error={wrong('port')} required inputMode="numeric" autoComplete="off" className="code short" {...register('port', { setValueAs: asNumber })} />
        <SelectField
          label={t`Encryption`}
          help={<Trans>SSL/TLS usually at port 995; STARTTLS, which POP3 calls STLS, at port 110.</Trans>}
          error={wrong('encryption')}
          {...register('encryption')}
          onChange={(event) => set(encryptedBy(event.target.value as Pop3Encryption, values.port))}
        >
          <option value="tls">{encryptions.tls}</option>
          <option value="starttls">{encryptions.starttls}</option>
        </SelectField>
      </div>
      {isOauth && (
        <>
          <TextField label={t`Scope`} error={wrong('scope')} note={offer('scope')} inputMode="url" {...texts} {...register('scope')} />
          <CloudField error={wrong('cloud')} {...register('cloud')} onChoose={(cloud) => set(inCloud(cloud, values))} />
        </>
      )}
    </>
  );
}

function asNumber(value: unknown): number {
  return value === '' ? Number.NaN : Number(value);
}
