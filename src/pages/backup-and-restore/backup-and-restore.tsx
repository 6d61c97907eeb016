import { Trans, useLingui } from '@lingui/react/macro';
import { usePrefetched } from '../../api/query-client.ts';
import { sessionQuery } from '../../api/session.ts';
import { Page } from '../../parts/frame/page.tsx';
import { Notice } from '../../ui/notice.tsx';
import { BackupSection } from './backup-section.tsx';
import { RestoreSection } from './restore-section.tsx';

/** Backup and Restore: the configuration as one file, and back. */
export function Component() {
  const { t } = useLingui();
  const { role } = usePrefetched(sessionQuery);
  return (
    <Page title={t`Backup and Restore`} above={[]}>
      {role === 'expert' ? (
        <>
          <BackupSection />
          <RestoreSection />
        </>
      ) : (
        <Notice tone="info">
          <Trans>A backup holds all that is set, and the administrators. It is made and restored by experts.</Trans>
        </Notice>
      )}
    </Page>
  );
}
