import { Trans, useLingui } from '@lingui/react/macro';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { DiagnosisLogsSettings } from '../../../../contract/diagnosis-logs.ts';
import { logSettingsQuery, saveLogSettings, type StoredLogSettings } from '../../../api/diagnosis-logs.ts';
import { ApiProblem } from '../../../api/request.ts';
import { RequestError } from '../../../parts/request-error.tsx';
import { RoleNote } from '../../../parts/role-note.tsx';
import { announce } from '../../../ui/announcer.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { SwitchField } from '../../../ui/switch-field.tsx';

/** Are the UC Suite protocols recorded? Switched at once, with what it costs. */
export function UcSuiteSwitch({ stored, maySwitch }: { stored: StoredLogSettings; maySwitch: boolean }) {
  const { t } = useLingui();
  const client = useQueryClient();
  const { ucSuiteProtocols: isOn, kilobytesPerHour } = stored.settings;
  // What it was switched to, until the backend has it.
  const [wanted, want] = useState<boolean | null>(null);
  const save = useMutation({
    mutationFn: (ucSuiteProtocols: boolean) => saveLogSettings({ input: { ucSuiteProtocols }, etag: stored.etag }),
    onSuccess(next) {
      client.setQueryData(logSettingsQuery.queryKey, next);
      announce(next.settings.ucSuiteProtocols ? t`The UC Suite protocols are recorded from now on.` : t`The UC Suite protocols are not recorded any more.`);
    },
    onSettled: () => want(null),
    onError(error) {
      if (isConflict(error)) client.setQueryData(logSettingsQuery.queryKey, { settings: error.current as DiagnosisLogsSettings, etag: error.etag });
    },
  });
  if (!maySwitch) return <RoleNote needed="advanced" action={t`Record UC Suite Protocols`} />;
  return (
    <>
      <SwitchField
        label={t`Record UC Suite Protocols`}
        help={
          <Trans>
            Each look at calendars, the directory and mailboxes with its numbers, and each presence it gave; no subjects. About {kilobytesPerHour} kB an hour with what is set up, within the limits above.
          </Trans>
        }
        checked={wanted ?? isOn}
        onChange={(on) => {
          if (wanted !== null) return;
          want(on);
          save.mutate(on);
        }}
      />
      {isConflict(save.error) ? (
        <Notice tone="warn" alert>
          <Trans>Somebody else has switched it meanwhile: this is how it is now.</Trans>
        </Notice>
      ) : (
        <RequestError error={save.error} since={save.submittedAt} />
      )}
    </>
  );
}

function isConflict(error: unknown): error is ApiProblem {
  return error instanceof ApiProblem && error.problem === 'changed-meanwhile';
}
