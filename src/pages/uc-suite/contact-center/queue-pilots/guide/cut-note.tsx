import { Trans, useLingui } from '@lingui/react/macro';
import { mostPilots } from '../../../../../api/contact-center.ts';
import { Notice } from '../../../../../ui/notice.tsx';

/** Not all pilots of the queue could be read. */
export function CutNote() {
  const { i18n } = useLingui();
  const most = i18n.number(mostPilots);
  return (
    <Notice tone="warn">
      <p>
        <Trans>This queue has more than {most} queue pilots: only the mailboxes of the first {most} are in the scripts. The guide in the panel of a pilot is for that one.</Trans>
      </p>
    </Notice>
  );
}
