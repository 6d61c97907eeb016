import { useLingui } from '@lingui/react/macro';
import type { EmailForwarding } from '../../../../contract/email-forwarding.ts';
import { Conflict } from '../../../parts/conflict.tsx';
import { pickTheirs } from '../../../parts/take-choice.ts';
import { useCloudNames } from '../../../parts/use-cloud-names.ts';
import { useDifferences } from '../../../parts/use-differences.ts';
import { valuesOf, type SettingsValues } from './settings-values.ts';
import { useFieldNames } from './use-field-names.ts';

interface SettingsConflictProps {
  mine: SettingsValues;
  /** What this form began with. */
  base: EmailForwarding;
  theirs: EmailForwarding;
  busy: boolean;
  onSave: (chosen: SettingsValues) => void;
}

/** The fields on which this form and somebody else's save differ. */
export function SettingsConflict({ mine, base, theirs, busy, onSave }: SettingsConflictProps) {
  const { t } = useLingui();
  const { authMethods, encryptions } = useFieldNames();
  const clouds = useCloudNames();
  const shown = ({ smtp, authMethod, cloud, ...values }: SettingsValues) => ({ ...values, authMethod: authMethods[authMethod], cloud: clouds[cloud], host: smtp.host, port: String(smtp.port), encryption: encryptions[smtp.encryption] });
  const secret = (name: 'password' | 'clientSecret') => ({ entered: mine[name] !== '' || (name === 'clientSecret' && mine.clientSecretFrom !== ''), theirs: theirs[name], first: base[name] });
  const taken = valuesOf(theirs);
  const differences = useDifferences({
    labels: {
      authMethod: t`Auth Method`,
      emailAddress: t`E-mail address`,
      signInAs: t`Sign in as`,
      cloud: t`Cloud`,
      tenantId: t`Tenant ID`,
      applicationId: t`Application ID`,
      clientSecret: t`Client Secret`,
      clientSecretExpiresAt: t`Secret expires on`,
      scope: t`Scope`,
      host: t`Outgoing mail server (SMTP)`,
      port: t`Port`,
      encryption: t`Encryption`,
      username: t`Username`,
      password: t`Password`,
    },
    mine: shown(mine),
    theirs: shown(taken),
    first: shown(valuesOf(base)),
    secrets: { password: secret('password'), clientSecret: secret('clientSecret') },
  });
  const save = (chosen: ReadonlySet<string>) => {
    onSave({ ...pickTheirs(mine, taken, chosen), ...(chosen.has('clientSecret') && { clientSecretFrom: '' }), smtp: pickTheirs(mine.smtp, taken.smtp, chosen) });
  };
  return <Conflict differences={differences} busy={busy} onSave={save} />;
}
