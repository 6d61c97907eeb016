import { api } from '../../contract/addresses.ts';
import type { DirectorySearch } from '../../contract/directory.ts';
import { requestJson } from './request.ts';

export function searchDirectory(name: string, signal: AbortSignal): Promise<DirectorySearch> {
  return requestJson<DirectorySearch>(api.directorySearch, { method: 'POST', body: { name }, signal });
}
