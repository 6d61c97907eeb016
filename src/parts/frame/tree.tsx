import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { NavLink, useLocation } from 'react-router';
import type { FunctionName } from '../../../contract/functions.ts';
import { functionsQuery } from '../../api/functions.ts';
import { usePrefetched } from '../../api/query-client.ts';
import { paths } from '../../paths.ts';
import { HealthMark } from '../health-mark.tsx';
import { later } from '../later.tsx';

const QueueTree = later(async () => (await import('./queue-tree.tsx')).QueueTree);

/** The navigation area: the items of the task center, each with its health. On a telephone it holds those of all centers. */
export function Tree({ onChoose }: { onChoose: () => void }) {
  const { t } = useLingui();
  const { pathname } = useLocation();
  const isUcSuite = pathname.startsWith('/uc-suite');
  const isAdministrators = /^\/(?:administrators|account)/.test(pathname);
  const isBackup = pathname === paths.backupAndRestore();
  return (
    <div className="tree">
      <Center name={t`Administrators`} isHere={isAdministrators}>
        <NavLink to={paths.administrators()} onClick={onChoose}>
          <Trans>Administrators</Trans>
        </NavLink>
        <NavLink to={paths.account()} onClick={onChoose}>
          <Trans>My account</Trans>
        </NavLink>
      </Center>
      <Center name={t`Service Center`} isHere={!isUcSuite && !isAdministrators && !isBackup}>
        <NavLink to={paths.emailForwarding()} onClick={onChoose}>
          <Trans>E-mail forwarding</Trans>
          <FunctionMark of="email-forwarding" />
        </NavLink>
        <NavLink to={paths.diagnosisLogs()} onClick={onChoose}>
          <Trans>Diagnosis Logs</Trans>
        </NavLink>
        <NavLink to={paths.eventLog()} onClick={onChoose}>
          <Trans>Event Log</Trans>
        </NavLink>
        <NavLink to={paths.explainAnError()} onClick={onChoose}>
          <Trans>Explain an error</Trans>
        </NavLink>
        <NavLink to={paths.notices()} onClick={onChoose}>
          <Trans>Notices</Trans>
        </NavLink>
        <NavLink to={paths.network()} onClick={onChoose}>
          <Trans>Network</Trans>
        </NavLink>
      </Center>
      <Center name={t`UC Suite`} isHere={isUcSuite}>
        <NavLink to={paths.externalProviders()} onClick={onChoose}>
          <Trans>External Providers Config</Trans>
          <span className="marks">
            <FunctionMark of="exchange-calendar" name={t`Exchange Calendar Integration`} /> <FunctionMark of="exchange-directory" name={t`Exchange PST`} />
          </span>
        </NavLink>
        <NavLink to={paths.microsoftApplications()} onClick={onChoose}>
          <Trans>Microsoft applications</Trans>
        </NavLink>
        <p className="tree-group">
          <Trans>Contact Center</Trans>
        </p>
        <NavLink end to={paths.queues()} className="tree-sub" onClick={onChoose}>
          <Trans>Queues</Trans>
        </NavLink>
        {isUcSuite && <QueueTree onChoose={onChoose} />}
      </Center>
      <Center name={t`Backup and Restore`} isHere={isBackup}>
        <NavLink to={paths.backupAndRestore()} onClick={onChoose}>
          <Trans>Backup and Restore</Trans>
        </NavLink>
      </Center>
    </div>
  );
}

function Center({ name, isHere, children }: { name: string; isHere: boolean; children: ReactNode }) {
  return (
    <nav aria-label={name} className={isHere ? undefined : 'elsewhere'}>
      <p className="tree-title">{name}</p>
      <ul>
        <li>{children}</li>
      </ul>
    </nav>
  );
}

function FunctionMark({ of: id, name }: { of: FunctionName; name?: string }) {
  const row = usePrefetched(functionsQuery).find((one) => one.function === id);
  return row ? <HealthMark health={row.health} brief of={name} /> : null;
}
