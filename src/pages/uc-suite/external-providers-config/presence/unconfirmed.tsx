import { Trans } from '@lingui/react/macro';
import { Notice } from '../../../../ui/notice.tsx';

/** Nobody knows whether the system has these keywords. */
export function Unconfirmed() {
  return (
    <Notice tone="warn">
      <strong className="badge">
        <Trans>unconfirmed</Trans>
      </strong>{' '}
      <Trans>The defaults of this language are translations; only those in English and German are known from the system’s own documents. Compare them with what your system reacts to.</Trans>
    </Notice>
  );
}
