import { Trans } from '@lingui/react/macro';
import type { Role } from '../../contract/roles.ts';
import { roleNames } from './role-names.ts';

/** What each role may do; `own` is the one that the reader has. */
export function RoleList({ own }: { own?: Role }) {
  return (
    <dl className="roles">
      {(['basic', 'advanced', 'expert'] as const).map((role) => (
        <div key={role} className={role === own ? 'own' : undefined}>
          <dt>
            {roleNames[role]}
            {role === own && (
              <span className="muted">
                {' · '}
                <Trans>your role</Trans>
              </span>
            )}
          </dt>
          <dd>
            <RoleWords role={role} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** What a role may do, in a sentence. */
export function RoleWords({ role }: { role: Role }) {
  switch (role) {
    case 'basic':
      return <Trans>Reads settings, health and the Event Log, and checks what is saved. Test mails go to the own address only; user codes are not shown.</Trans>;
    case 'advanced':
      return <Trans>Also changes settings, signs in at Microsoft, checks before saving, looks into mailboxes, which is recorded, and downloads logs.</Trans>;
    case 'expert':
      return <Trans>Also manages administrators, and backs up and restores the configuration. For both the own password is asked again.</Trans>;
  }
}
