import { Trans, useLingui } from '@lingui/react/macro';
import { useState, type ReactNode } from 'react';
import type { NoticeChannel, Notices } from '../../../../contract/notices.ts';
import { SwitchField } from '../../../ui/switch-field.tsx';
import { ChannelState } from './channel-state.tsx';
import type { NoticesValues } from './notices-values.ts';
import { TestNotice } from './test-notice.tsx';
import type { NoticesForm } from './use-notices-form.ts';

export interface ChannelProps {
  form: NoticesForm;
  stored: Notices;
  values: NoticesValues;
  mayChange: boolean;
}

/** One way for notices: on or off, its fields, how it stands, and a test. */
export function Channel({ channel, children, ...given }: ChannelProps & { channel: NoticeChannel; children: ReactNode }) {
  const { t } = useLingui();
  const { form, stored, values, mayChange } = given;
  const [testedAt, setTestedAt] = useState('');
  const isOn = values[channel].enabled;
  const title = `${channel}-title`;
  return (
    <section aria-labelledby={title}>
      <div className="section-title">
        <h2 id={title}>{channel === 'webhook' ? <Trans>Webhook</Trans> : <Trans>Mail</Trans>}</h2>
      </div>
      <fieldset className={mayChange ? 'plain' : 'read-only'} disabled={!mayChange}>
        <SwitchField
          label={channel === 'webhook' ? t`Send notices to a webhook` : t`Send notices by mail`}
          help={
            channel === 'webhook' ? (
              <Trans>As signed JSON by HTTPS, for a monitoring or an automation of yours.</Trans>
            ) : (
              <Trans>Through a mail server of its own: that of E-mail forwarding cannot tell you that it has failed.</Trans>
            )
          }
          checked={isOn}
          onChange={(on) => {
            form.setValue(`${channel}.enabled`, on, { shouldDirty: true });
            // No error may hide in a field that is not there any more.
            if (!on) form.clearErrors(channel);
          }}
        />
        {isOn && children}
      </fieldset>
      {isOn && mayChange && <TestNotice channel={channel} form={form} onEnd={setTestedAt} />}
      {stored[channel].enabled && <ChannelState channel={channel} saidElsewhere={isOn ? testedAt : ''} />}
    </section>
  );
}
