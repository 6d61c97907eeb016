import { Trans, useLingui } from '@lingui/react/macro';
import { Page } from '../../parts/frame/page.tsx';
import { NeedsExpert } from '../../parts/needs-expert.tsx';
import { useMay } from '../../parts/use-may.ts';
import { BackupSection } from './backup-section.tsx';
import { RestoreSection } from './restore-section.tsx';

/** Backup and Restore: the configuration as one file, and back. */
export function Component() {
  const { t } = useLingui();
  const isExpert = useMay('expert');
  return (
    <Page title={t`Backup and Restore`} above={[]}>
      {isExpert ? (
        <>
          <BackupSection />
          <RestoreSection />
        </>
      ) : (
        <NeedsExpert page={t`Backup and Restore`} what={<Trans>A backup holds all that is set, and the administrators. It is made and restored by experts.</Trans>} />
      )}
    </Page>
  );
}
