import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { Administrator } from '../../../contract/administrators.ts';
import type { Language } from '../../../contract/fields.ts';
import { administratorQuery, type StoredAdministrator } from '../../api/administrators.ts';
import { usePrefetched } from '../../api/query-client.ts';
import { sessionQuery } from '../../api/session.ts';
import { isGone } from '../../parts/is-gone.ts';
import { afterSave } from '../../parts/leave-guard.tsx';
import { RequestError } from '../../parts/request-error.tsx';
import { paths } from '../../paths.ts';
import { SidePanel } from '../../ui/side-panel.tsx';
import { AdministratorActions } from './administrator-actions.tsx';
import { AdministratorForm } from './administrator-form.tsx';

/** An account, or with null a new one. */
export function AdministratorPanel({ id }: { id: string | null }) {
  const { t, i18n } = useLingui();
  const navigate = useNavigate();
  const own = usePrefetched(sessionQuery).username;
  const [unsaved] = useState(() => newAccount(i18n.locale as Language));
  const [isDirty, setDirty] = useState(false);
  const { data, error, refetch, dataUpdatedAt } = useQuery({ ...administratorQuery(id ?? ''), enabled: id !== null });
  const stored = id === null ? unsaved : data;
  const close = (state?: typeof afterSave) => Promise.resolve(navigate(paths.administrators(), { preventScrollReset: true, ...(state && { state }) }));
  const gone = isGone(error);
  const isOwn = stored?.settings.username === own;
  return (
    <SidePanel title={id === null ? <Trans>Add an administrator</Trans> : stored ? <bdi>{stored.settings.username}</bdi> : gone ? <Trans>There is no such administrator</Trans> : <Trans>Administrator</Trans>} closeName={t`Close panel`} onClose={() => void close()}>
      {gone && (
        <p>
          <Trans>It was deleted, or the address is not complete.</Trans>
        </p>
      )}
      {!gone && !stored && <RequestError error={error} since={dataUpdatedAt} again={() => void refetch()} />}
      {!gone && stored && (
        <>
          <AdministratorForm stored={stored} isNew={id === null} isOwn={isOwn} onDirty={setDirty} onClose={() => void close()} onGone={() => close(afterSave)} />
          {id !== null && <AdministratorActions stored={stored} isOwn={isOwn} isDirty={isDirty} onGone={() => close(afterSave)} />}
        </>
      )}
    </SidePanel>
  );
}

function newAccount(language: Language): StoredAdministrator {
  const settings: Administrator = { id: '', username: '', email: null, role: 'basic', language, disabled: false, mustChangePassword: true, password: { set: false, changedAt: null }, createdAt: '', lastSignInAt: null, sessions: 0 };
  return { settings, etag: '' };
}
