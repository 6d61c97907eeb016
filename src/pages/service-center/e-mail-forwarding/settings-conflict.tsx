import { useLingui } from '@lingui/react/macro';
import type { EmailForwarding } from '../../../../contract/email-forwarding.ts';
import { Conflict, type Difference } from '../../../parts/conflict.tsx';
import { useCloudNames } from '../../../parts/use-cloud-names.ts';
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

type Field = Exclude<keyof SettingsValues, 'smtp'> | keyof SettingsValues['smtp'];
type Flat = Record<Field, string>;

/** The fields on which this form and somebody else's save differ. */
export function SettingsConflict({ mine, base, theirs, busy, onSave }: SettingsConflictProps) {
  const { t } = useLingui();
  const { authMethods, encryptions } = useFieldNames();
  const clouds = useCloudNames();
  const labels: Flat = {
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
  };
  const flat = ({ smtp, authMethod, cloud, ...values }: SettingsValues): Flat => ({
    ...values,
    authMethod: authMethods[authMethod],
    cloud: clouds[cloud],
    host: smtp.host,
    port: String(smtp.port),
    encryption: encryptions[smtp.encryption],
    password: '',
    clientSecret: '',
  });
  const [own, other, first] = [flat(mine), flat(valuesOf(theirs)), flat(valuesOf(base))];
  // Of secrets only that they were entered can be told.
  for (const name of ['password', 'clientSecret'] as const) {
    if (mine[name] === '' || theirs[name].changedAt === base[name].changedAt) continue;
    own[name] = t`the one entered here`;
    other[name] = theirs[name].set ? t`the one entered there` : t`removed`;
  }
  const names = Object.keys(labels) as Field[];
  const differences = names.filter((name) => own[name] !== other[name]).map((name): Difference => ({ name, label: labels[name], mine: own[name], theirs: other[name], isMine: own[name] !== first[name] }));

  const save = (chosen: ReadonlySet<string>) => {
    const taken = valuesOf(theirs);
    const pick = <Name extends keyof SettingsValues>(name: Name) => (chosen.has(name) ? taken[name] : mine[name]);
    const server = <Name extends keyof SettingsValues['smtp']>(name: Name) => (chosen.has(name) ? taken.smtp[name] : mine.smtp[name]);
    onSave({
      authMethod: pick('authMethod'),
      emailAddress: pick('emailAddress'),
      signInAs: pick('signInAs'),
      cloud: pick('cloud'),
      tenantId: pick('tenantId'),
      applicationId: pick('applicationId'),
      clientSecret: pick('clientSecret'),
      clientSecretExpiresAt: pick('clientSecretExpiresAt'),
      scope: pick('scope'),
      username: pick('username'),
      password: pick('password'),
      smtp: { host: server('host'), port: server('port'), encryption: server('encryption') },
    });
  };
  return <Conflict differences={differences} busy={busy} onSave={save} />;
}
