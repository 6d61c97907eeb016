import { Trans, useLingui } from '@lingui/react/macro';
import { isMicrosoftHost } from '../../../../contract/clouds.ts';
import { SecretField } from '../../../parts/secret-field.tsx';
import { Button } from '../../../ui/button.tsx';
import { TextField } from '../../../ui/field.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { ServerField } from './place-fields.tsx';
import type { ProviderFieldsProps } from './provider-fields.tsx';

/** What an Exchange server of the company's own needs. */
export function BasicFields(props: ProviderFieldsProps) {
  const { t } = useLingui();
  const { form, stored, values, wrong, chooseMethod } = props;
  const { register } = form;
  const isElsewhere = place(values) !== place(stored);
  return (
    <>
      <ServerField {...props} help={<Trans>Of your own Exchange server, as https://mail.contoso.com/EWS/Exchange.asmx.</Trans>} />
      {isMicrosoftHost(hostOf(values.server)) && (
        <Notice tone="warn">
          <p>
            <Trans>Exchange Online takes no password for Exchange Web Services.</Trans>
          </p>
          <Button onClick={() => chooseMethod('microsoft-oauth')}>
            <Trans>Use Microsoft OAuth 2.0</Trans>
          </Button>
        </Notice>
      )}
      <TextField
        label={t`Username`}
        help={<Trans>As the server wants it: CONTOSO\pbx, or the e-mail address.</Trans>}
        error={wrong('username')}
        required
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        {...register('username')}
      />
      <SecretField
        label={t`Password`}
        stored={stored.password}
        elsewhere={isElsewhere && <Trans>The stored one was entered for another server or name. Enter it again for this one.</Trans>}
        error={wrong('password')}
        required={isElsewhere || !stored.password.set}
        {...register('password')}
      />
    </>
  );
}

// What the stored password was entered for.
function place({ server, username }: { server: string; username: string }): string {
  const address = server.trim();
  return JSON.stringify([URL.canParse(address) ? new URL(address).href : address, username.trim()]);
}

function hostOf(server: string): string {
  return URL.canParse(server) ? new URL(server).hostname : '';
}
