import { useLingui } from '@lingui/react/macro';
import type { Notices } from '../../../../contract/notices.ts';
import { Conflict } from '../../../parts/conflict.tsx';
import { pickTheirs } from '../../../parts/take-choice.ts';
import { useDifferences } from '../../../parts/use-differences.ts';
import { valuesOf, type NoticesValues } from './notices-values.ts';
import { useEncryptions } from './use-encryptions.ts';

interface NoticesConflictProps {
  mine: NoticesValues;
  /** What this form began with. */
  base: Notices;
  theirs: Notices;
  busy: boolean;
  onSave: (chosen: NoticesValues) => void;
}

/** The fields on which this form and somebody else's save differ. */
export function NoticesConflict({ mine, base, theirs, busy, onSave }: NoticesConflictProps) {
  const { t } = useLingui();
  const encryptions = useEncryptions();
  const onOff = (on: boolean) => (on ? t`on` : t`off`);
  const shown = ({ language, webhook, mail }: NoticesValues) => ({
    language: language === 'de' ? 'Deutsch' : 'English',
    webhook: onOff(webhook.enabled),
    url: webhook.url,
    signingSecret: '',
    mail: onOff(mail.enabled),
    host: mail.smtp.host,
    port: String(mail.smtp.port),
    encryption: encryptions[mail.smtp.encryption],
    username: mail.username,
    password: '',
    from: mail.from,
    to: mail.to,
  });
  const taken = valuesOf(theirs);
  const differences = useDifferences({
    labels: {
      language: t`Language of notices and calendar`,
      webhook: t`Send notices to a webhook`,
      url: t`URL`,
      signingSecret: t`Signing secret`,
      mail: t`Send notices by mail`,
      host: t`Outgoing mail server (SMTP)`,
      port: t`Port`,
      encryption: t`Encryption`,
      username: t`Username`,
      password: t`Password`,
      from: t`Sender`,
      to: t`Recipients`,
    },
    mine: shown(mine),
    theirs: shown(taken),
    first: shown(valuesOf(base)),
    secrets: {
      signingSecret: { entered: mine.webhook.signingSecret !== '', theirs: theirs.webhook.signingSecret, first: base.webhook.signingSecret },
      password: { entered: mine.mail.password !== '', theirs: theirs.mail.password, first: base.mail.password },
    },
  });
  const save = (chosen: ReadonlySet<string>) => {
    const on = (name: 'webhook' | 'mail') => (chosen.has(name) ? taken : mine)[name].enabled;
    onSave({
      language: chosen.has('language') ? taken.language : mine.language,
      webhook: { ...pickTheirs(mine.webhook, taken.webhook, chosen), enabled: on('webhook') },
      mail: { ...pickTheirs(mine.mail, taken.mail, chosen), enabled: on('mail'), smtp: pickTheirs(mine.mail.smtp, taken.mail.smtp, chosen) },
    });
  };
  return <Conflict differences={differences} busy={busy} onSave={save} />;
}
