import { Trans, useLingui } from '@lingui/react/macro';
import { useEffect, useEffectEvent, useState, type ComponentProps } from 'react';
import type { SecretSource } from '../../contract/secret-source.ts';
import type { Secret } from '../../contract/secrets.ts';
import { Button } from '../ui/button.tsx';
import { TextField } from '../ui/field.tsx';
import { RelativeTime } from '../ui/time.tsx';
import { isSameApplication, lastSecretDay, type Application } from './application-place.ts';
import { SecretField } from './secret-field.tsx';
import type { OtherApplication } from './use-other-applications.ts';

interface ClientSecretFieldsProps {
  values: Application & { clientSecretExpiresAt: string; clientSecretFrom: SecretSource | '' };
  stored: Application & { clientSecret: Secret };
  others: readonly OtherApplication[];
  secret: Omit<ComponentProps<typeof SecretField>, 'label' | 'stored' | 'elsewhere'>;
  day: Omit<ComponentProps<typeof TextField>, 'label'>;
  /** Takes the secret of that one on the server, or no longer. */
  onTake: (from: SecretSource | '') => void;
}

/** What an application signs in with: a secret, of its own or of somebody else with the same application, and the day on which it ends. */
export function ClientSecretFields({ values, stored, others, secret, day, onTake }: ClientSecretFieldsProps) {
  const { t, i18n } = useLingui();
  const [lastDay] = useState(() => lastSecretDay(new Date()));
  const { clientSecretFrom, clientSecretExpiresAt } = values;
  const same = others.filter((one) => one.clientSecret.set && isSameApplication(one, values));
  const taken = same.find((one) => one.source === clientSecretFrom);
  const offered = taken ? [] : same;
  const isGone = clientSecretFrom !== '' && !taken;
  const isOther = !isSameApplication(values, stored);
  const drop = useEffectEvent(() => onTake(''));
  // With other ids it is no secret of theirs any more.
  useEffect(() => {
    if (isGone) drop();
  }, [isGone]);
  return (
    <>
      <SecretField
        label={t`Client Secret`}
        stored={taken?.clientSecret ?? stored.clientSecret}
        elsewhere={taken ? <Taken from={taken} /> : isOther && <Trans>The stored one belongs to another application, tenant or cloud. Enter the one of this application.</Trans>}
        required={!taken && (isOther || !stored.clientSecret.set)}
        {...secret}
        note={
          (secret.note || offered.length > 0) && (
            <>
              {secret.note}
              {offered.map(({ source, name }) => (
                <Button key={source} look="text" onClick={() => onTake(source)}>
                  <Trans>Use the secret of {name}</Trans>
                </Button>
              ))}
            </>
          )
        }
        onChange={(event) => {
          if (event.target.value !== '') onTake('');
          secret.onChange?.(event);
        }}
      />
      {!taken && (
        <TextField
          type="date"
          label={t`Secret expires on`}
          help={
            <>
              {clientSecretExpiresAt && (
                <>
                  <Trans>
                    It ends <RelativeTime at={`${clientSecretExpiresAt}T00:00:00Z`} locale={i18n.locale} />.
                  </Trans>{' '}
                </>
              )}
              <Trans>Column “Expires” of Certificates & secrets in the portal. With it Postern can warn in time.</Trans>
            </>
          }
          max={lastDay}
          {...day}
        />
      )}
    </>
  );
}

function Taken({ from: { name, clientSecret } }: { from: OtherApplication }) {
  const { hint } = clientSecret;
  return hint ? <Trans>The secret of {name} is used, it ends in {hint}. To use another one, enter it here.</Trans> : <Trans>The secret of {name} is used. To use another one, enter it here.</Trans>;
}
