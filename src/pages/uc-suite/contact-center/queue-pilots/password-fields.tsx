import { Trans, useLingui } from '@lingui/react/macro';
import { isMicrosoftHost } from '../../../../../contract/clouds.ts';
import { SecretField } from '../../../../parts/secret-field.tsx';
import { Button } from '../../../../ui/button.tsx';
import { Notice } from '../../../../ui/notice.tsx';
import type { PilotFieldsProps } from './pilot-fields.tsx';
import type { PilotValues } from './pilot-values.ts';

/** The password of a mailbox at a mail server of the company's own. */
export function PasswordFields({ form, stored, values, wrong, onUseOauth }: PilotFieldsProps & { onUseOauth: () => void }) {
  const { t } = useLingui();
  const isElsewhere = place(values) !== place(stored);
  return (
    <>
      <SecretField
        label={t`Password`}
        stored={stored.password}
        elsewhere={isElsewhere && <Trans>The stored one was entered for another server or name. Enter it again for this one.</Trans>}
        error={wrong('password')}
        required={isElsewhere || !stored.password.set}
        {...form.register('password')}
      />
      {isMicrosoftHost(values.server.trim()) && (
        <Notice tone="warn">
          <p>
            <Trans>Exchange Online takes no password for POP3. Enter your own mail server below, or use OAuth 2.0.</Trans>
          </p>
          <Button onClick={onUseOauth}>
            <Trans>Use OAuth 2.0</Trans>
          </Button>
        </Notice>
      )}
    </>
  );
}

// What the stored password was entered for.
function place({ server, port, encryption, username }: Pick<PilotValues, 'server' | 'port' | 'encryption' | 'username'>): string {
  return JSON.stringify([server.trim().toLowerCase(), port, encryption, username.trim()]);
}
