import { api } from '../../contract/addresses.ts';
import type { BackupSecrets, RestorePlan } from '../../contract/backup.ts';
import { fileNameOf, type Fetched } from './fetch-file.ts';
import { request, requestJson } from './request.ts';

export interface BackupRequest {
  secrets: BackupSecrets;
  passphrase: string;
  password: string;
}

/** A file, with what opens it and who restores it. */
export interface RestoreRequest {
  file: File;
  passphrase: string;
  password: string;
}

export async function makeBackup({ secrets, passphrase, password }: BackupRequest, signal: AbortSignal): Promise<Fetched> {
  const response = await request(api.backup, { method: 'POST', body: { secrets, password, ...(secrets === 'sealed' && { passphrase }) }, signal });
  return { name: fileNameOf(response) ?? 'postern-backup.json', blob: await response.blob() };
}

/** What a restore would change. */
export function previewRestore(given: RestoreRequest, signal: AbortSignal): Promise<RestorePlan> {
  return requestJson<RestorePlan>(`${api.restore}?dryRun=true`, { method: 'POST', body: formOf(given), signal });
}

/** Restores what the preview of this version showed. */
export function restoreBackup(given: RestoreRequest, version: string): Promise<RestorePlan> {
  return requestJson<RestorePlan>(api.restore, { method: 'POST', body: formOf(given), ifMatch: `"${version}"` });
}

function formOf({ file, passphrase, password }: RestoreRequest): FormData {
  const form = new FormData();
  form.set('file', file);
  if (passphrase !== '') form.set('passphrase', passphrase);
  form.set('password', password);
  return form;
}
