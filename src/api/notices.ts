import { queryOptions } from '@tanstack/react-query';
import { api } from '../../contract/addresses.ts';
import type { CalendarAddress, Notices, NoticesInput, NoticesStatus, NoticesTest, NoticesTestInput } from '../../contract/notices.ts';
import { request, requestJson } from './request.ts';
import { readStored, saveStored, type Stored } from './stored.ts';

export type StoredNotices = Stored<Notices>;

export const noticesQuery = queryOptions({ queryKey: ['notices'], queryFn: ({ signal }) => readStored<Notices>(api.notices, signal) });
export const noticesStatusQuery = queryOptions({ queryKey: ['notices', 'status'], queryFn: ({ signal }) => requestJson<NoticesStatus>(api.noticesStatus, { signal }) });

export function saveNotices(given: { input: NoticesInput; etag: string }): Promise<StoredNotices> {
  return saveStored<Notices>(api.notices, given);
}

export function sendTestNotice(body: NoticesTestInput, signal: AbortSignal): Promise<NoticesTest> {
  return requestJson(api.noticesTest, { method: 'POST', body, signal });
}

export function makeCalendarAddress(): Promise<CalendarAddress> {
  return requestJson(api.noticesCalendarKey, { method: 'POST' });
}

export async function revokeCalendarAddress(): Promise<void> {
  await request(api.noticesCalendarKey, { method: 'DELETE' });
}
