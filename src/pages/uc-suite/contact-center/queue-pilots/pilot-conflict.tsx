import { useLingui } from '@lingui/react/macro';
import type { Pilot } from '../../../../../contract/contact-center.ts';
import { Conflict } from '../../../../parts/conflict.tsx';
import { pickTheirs } from '../../../../parts/take-choice.ts';
import { useCloudNames } from '../../../../parts/use-cloud-names.ts';
import { useDifferences } from '../../../../parts/use-differences.ts';
import { valuesOf, type PilotValues } from './pilot-values.ts';
import { usePilotWords } from './use-pilot-words.ts';

interface PilotConflictProps {
  mine: PilotValues;
  /** What this form began with. */
  base: Pilot;
  theirs: Pilot;
  busy: boolean;
  onSave: (chosen: PilotValues) => void;
}

/** The fields on which this form and somebody else's save differ. */
export function PilotConflict({ mine, base, theirs, busy, onSave }: PilotConflictProps) {
  const { t } = useLingui();
  const { authMethods, encryptions, mailHandlings } = usePilotWords();
  const clouds = useCloudNames();
  const shown = ({ clientSecretAlsoFor: _ticks, authMethod, cloud, encryption, mailHandling, port, pollIntervalSeconds, ...values }: PilotValues) => ({
    ...values,
    authMethod: authMethods[authMethod],
    cloud: clouds[cloud],
    encryption: encryptions[encryption],
    mailHandling: mailHandlings[mailHandling],
    port: String(port),
    pollIntervalSeconds: String(pollIntervalSeconds),
  });
  const taken = valuesOf(theirs);
  const labels = {
    name: t`Name`,
    number: t`Number`,
    authMethod: t`Auth Method`,
    username: t`Username`,
    password: t`Password`,
    tenantId: t`Tenant ID`,
    applicationId: t`Application ID`,
    clientSecret: t`Client Secret`,
    clientSecretExpiresAt: t`Secret expires on`,
    server: t`Server`,
    port: t`Port`,
    encryption: t`Encryption`,
    scope: t`Scope`,
    cloud: t`Cloud`,
    pollIntervalSeconds: t`Poll interval`,
    mailHandling: t`Mail handling`,
  };
  const differences = useDifferences({
    labels,
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
