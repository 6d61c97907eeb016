import { Trans, useLingui } from '@lingui/react/macro';
import { useRef, useState } from 'react';
import { webhookOrigin } from '../../../../contract/webhook-place.ts';
import { SecretField } from '../../../parts/secret-field.tsx';
import { useCopyWords } from '../../../parts/use-copy-words.ts';
import { Button } from '../../../ui/button.tsx';
import { CopyButton } from '../../../ui/copy-button.tsx';
import { TextField } from '../../../ui/field.tsx';
import type { ChannelProps } from './channel.tsx';
import { newSigningSecret } from './notices-values.ts';
import { useNoticeErrors } from './use-notice-errors.ts';

/** The webhook's address, and the secret that it is signed with. */
export function WebhookFields({ form, stored, values, mayChange }: ChannelProps) {
  const { t } = useLingui();
  const wrong = useNoticeErrors();
  const said = useCopyWords();
  const { register, formState } = form;
  const { webhook: errors } = formState.errors;
  const [made, setMade] = useState('');
  const shown = useRef<HTMLElement>(null);
  const isElsewhere = webhookOrigin(values.webhook.url.trim()) !== webhookOrigin(stored.webhook.url);
  const make = () => {
    const secret = newSigningSecret();
    setMade(secret);
    form.setValue('webhook.signingSecret', secret, { shouldDirty: true, shouldValidate: true });
  };
  return (
    <>
      <TextField
        label={t`URL`}
        help={<Trans>Where the receiver takes notices, as https://hooks.contoso.com/postern.</Trans>}
        error={wrong(errors?.url)}
        required
        inputMode="url"
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        className="code"
        {...register('webhook.url')}
      />
      <SecretField
        label={t`Signing secret`}
        stored={stored.webhook.signingSecret}
        elsewhere={isElsewhere && <Trans>The stored one was entered for another receiver. Enter it again for this one.</Trans>}
        error={wrong(errors?.signingSecret)}
        required={isElsewhere || !stored.webhook.signingSecret.set}
        note={
          mayChange && (
            <div className="row">
              <Button onClick={make}>
                <Trans>Make a secret</Trans>
              </Button>
            </div>
          )
        }
        {...register('webhook.signingSecret')}
      />
      {made !== '' && made === values.webhook.signingSecret && (
        <div className="once">
          <p>
            <Trans>Enter this secret at the receiver, then save. It is not shown again.</Trans>
          </p>
          <p className="row">
            <code ref={shown}>{made}</code>
            <CopyButton text={made} said={said} label={t`Copy the signing secret`} select={() => shown.current}>
              <Trans>Copy</Trans>
            </CopyButton>
          </p>
        </div>
      )}
    </>
  );
}
