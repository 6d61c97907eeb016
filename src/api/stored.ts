import { request } from './request.ts';

/** Settings as they are stored. */
export interface Stored<Settings> {
  settings: Settings;
  /** What a save must name as the state that it changes. */
  etag: string;
}

export async function readStored<Settings>(url: string, signal: AbortSignal): Promise<Stored<Settings>> {
  return read(await request(url, { signal }));
}

export async function saveStored<Settings>(url: string, { input, etag }: { input: unknown; etag: string }): Promise<Stored<Settings>> {
  return read(await request(url, { method: 'PUT', body: input, ifMatch: etag }));
}

/** Adds one to a list, or brings back one that was deleted; answers it as it is stored. */
export async function addStored<Settings>(url: string, input?: unknown): Promise<Stored<Settings>> {
  return read(await request(url, { method: 'POST', ...(input !== undefined && { body: input }) }));
}

async function read<Settings>(response: Response): Promise<Stored<Settings>> {
  return { settings: (await response.json()) as Settings, etag: response.headers.get('ETag') ?? '' };
}
