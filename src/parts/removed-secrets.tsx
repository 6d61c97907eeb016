import { Trans } from '@lingui/react/macro';
import { Notice } from '../ui/notice.tsx';

/** The secrets that the last save has removed, by their JSON pointers. */
export function RemovedSecrets({ removed }: { removed: readonly string[] }) {
  return (
    <>
      {removed.includes('/password') && (
        <Notice tone="info" alert>
          <Trans>The stored password was removed: the server or name that it was entered for is not set any more.</Trans>
        </Notice>
      )}
      {removed.includes('/clientSecret') && (
        <Notice tone="info" alert>
          <Trans>The stored client secret was removed: the application, tenant or cloud that it was entered for is not set any more.</Trans>
        </Notice>
      )}
    </>
  );
}
