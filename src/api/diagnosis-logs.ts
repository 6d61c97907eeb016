import { queryOptions } from '@tanstack/react-query';
import { api } from '../../contract/addresses.ts';
import type { DiagnosisLogsEstimate, DiagnosisLogsInput, DiagnosisLogsSettings, DiagnosisLogsSettingsInput } from '../../contract/diagnosis-logs.ts';
import { fileNameOf, type Fetched } from './fetch-file.ts';
import { readZip } from './read-zip.ts';
import { request, requestJson } from './request.ts';
import { readStored, saveStored, type Stored } from './stored.ts';

export type StoredLogSettings = Stored<DiagnosisLogsSettings>;

export const logSettingsQuery = queryOptions({ queryKey: ['diagnosis-logs', 'settings'], queryFn: ({ signal }) => readStored<DiagnosisLogsSettings>(api.diagnosisLogsSettings, signal) });

export function saveLogSettings(given: { input: DiagnosisLogsSettingsInput; etag: string }): Promise<StoredLogSettings> {
  return saveStored<DiagnosisLogsSettings>(api.diagnosisLogsSettings, given);
}

/** How large a ZIP would be; `key` names what is asked, null asks nothing. Ranges end when it is asked (ms). The answer before stays until the next one is there. */
export const estimateQuery = (key: unknown, input: ((now: number) => DiagnosisLogsInput) | null) =>
  queryOptions({
    queryKey: ['diagnosis-logs', 'estimate', key],
    queryFn: ({ signal }) => requestJson<DiagnosisLogsEstimate>(`${api.diagnosisLogs}?dryRun=true`, { method: 'POST', body: input?.(Date.now()), signal }),
    enabled: input !== null,
    placeholderData: (before) => before,
    staleTime: 0,
    // What is going on at the moment comes to it.
    refetchInterval: 5_000,
  });

/** Fetches a ZIP to its end. Rejects as `request` and `readZip` do. */
export async function downloadLogs(input: DiagnosisLogsInput, progress: (bytes: number) => void, signal: AbortSignal): Promise<Fetched> {
  const response = await request(api.diagnosisLogs, { method: 'POST', body: input, signal });
  const name = fileNameOf(response) ?? 'postern-diagnosis-logs.zip';
  return { name, blob: await readZip(response.body ?? new Blob([]).stream(), progress, signal) };
}
