import { Trans, useLingui } from '@lingui/react/macro';
import { useRef } from 'react';
import type { Authorization } from '../../contract/authorization.ts';
import { Button } from '../ui/button.tsx';
import { CopyButton } from '../ui/copy-button.tsx';
import { Notice } from '../ui/notice.tsx';
import { useCopyWords } from './use-copy-words.ts';

type Pending = Extract<Authorization, { state: 'pending' }>;

interface DeviceCodeCardProps {
  pending: Pending;
  /** Who is to sign in. */
  account: string;
  busy: boolean;
  onCancel: () => void;
  onRenew: () => void;
}

/** Link and code of a device authorization (RFC 8628), until somebody has signed in with them. */
export function DeviceCodeCard({ pending, account, busy, onCancel, onRenew }: DeviceCodeCardProps) {
  const { t } = useLingui();
  const said = useCopyWords();
  const link = useRef<HTMLAnchorElement>(null);
  const code = useRef<HTMLOutputElement>(null);
  const { userCode, verificationUri } = pending;
  return (
    <>
      {pending.fault && (
        <Notice tone="warn" alert>
          <p>
            <Trans>Microsoft cannot be asked at the moment whether somebody has signed in. Postern goes on trying until the code ends.</Trans>
          </p>
          <p className="muted">{pending.fault.cause}</p>
        </Notice>
      )}
      {userCode === null ? (
        <p>
          <Trans>A code was asked for, and {account} is to sign in with it. Your role does not see it.</Trans>
        </p>
      ) : (
        <ol className="device-code">
          <li>
            <div>
              <Trans>Open the Authorization Link</Trans>
              <br />
              <a ref={link} href={verificationUri} target="_blank" rel="noopener noreferrer" aria-label={`${t`Authorization Link`} ${verificationUri}`}>
                {verificationUri}
              </a>{' '}
              <span className="muted">
                <Trans>opens a new tab</Trans>
              </span>
            </div>
            <CopyButton text={verificationUri} said={said} select={() => link.current}>
              <Trans>Copy link</Trans>
            </CopyButton>
          </li>
          <li>
            <div>
              <Trans>Enter the User code</Trans>
              <br />
              <output ref={code} className="user-code" aria-label={t`User code`}>
                {userCode}
              </output>
            </div>
            <CopyButton look="primary" text={userCode} said={said} select={() => code.current}>
              <Trans>Copy code</Trans>
            </CopyButton>
          </li>
          <li>
            <div>
              <Trans>
                Sign in as <strong>{account}</strong>
              </Trans>
              <br />
              <span className="muted">
                <Trans>Not with your own admin account. A private window helps.</Trans>
              </span>
            </div>
          </li>
        </ol>
      )}
      <div className="row">
        <Button busy={busy} onClick={onRenew}>
          <Trans>Get a new code</Trans>
        </Button>
        <Button look="text" busy={busy} onClick={onCancel}>
          <Trans>Cancel</Trans>
        </Button>
        <span className="muted end">
          <Trans>This page continues by itself.</Trans>
        </span>
      </div>
    </>
  );
}
