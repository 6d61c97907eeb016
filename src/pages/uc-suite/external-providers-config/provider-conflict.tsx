import { useLingui } from '@lingui/react/macro';
import type { Provider } from '../../../../contract/external-providers.ts';
import { Conflict } from '../../../parts/conflict.tsx';
import { pickTheirs } from '../../../parts/take-choice.ts';
import { useCloudNames } from '../../../parts/use-cloud-names.ts';
import { useDifferences } from '../../../parts/use-differences.ts';
import { valuesOf, type ProviderValues } from './provider-values.ts';
import { useProviderWords } from './use-provider-words.ts';

interface ProviderConflictProps {
  mine: ProviderValues;
  /** What this form began with. */
  base: Provider;
  theirs: Provider;
  busy: boolean;
  onSave: (chosen: ProviderValues) => void;
}

/** The fields on which this form and somebody else's save differ. */
export function ProviderConflict({ mine, base, theirs, busy, onSave }: ProviderConflictProps) {
  const { t } = useLingui();
  const { authMethods, accesses } = useProviderWords();
  const clouds = useCloudNames();
  const shown = ({ authMethod, access, cloud, ...values }: ProviderValues) => ({ ...values, authMethod: authMethods[authMethod], access: accesses[access], cloud: clouds[cloud] });
  const taken = valuesOf(theirs);
  const differences = useDifferences({
    labels: {
      authMethod: t`Auth Method`,
      access: t`Access`,
      server: t`Server`,
      username: t`Username`,
      password: t`Password`,
      cloud: t`Cloud`,
      tenantId: t`Tenant ID`,
      applicationId: t`Application ID`,
      clientSecret: t`Client Secret`,
      clientSecretExpiresAt: t`Secret expires on`,
      scope: t`Scope`,
    },
    mine: shown(mine),
    theirs: shown(taken),
    first: shown(valuesOf(base)),
    secrets: {
      password: { entered: mine.password !== '', theirs: theirs.password, first: base.password },
      clientSecret: { entered: mine.clientSecret !== '' || mine.clientSecretFrom !== '', theirs: theirs.clientSecret, first: base.clientSecret },
    },
  });
  const save = (chosen: ReadonlySet<string>) => {
    onSave({ ...pickTheirs(mine, taken, chosen), ...(chosen.has('clientSecret') && { clientSecretFrom: '' }) });
  };
  return <Conflict differences={differences} busy={busy} onSave={save} />;
}
