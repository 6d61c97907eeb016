import { queryOptions } from '@tanstack/react-query';
import { api } from '../../contract/addresses.ts';
import type { Keywords, KeywordTable, MailboxPreview, MailboxPreviewInput, Preview, PreviewInput, VoicemailLanguage } from '../../contract/presence.ts';
import { request, requestJson } from './request.ts';
import { readStored, saveStored, type Stored } from './stored.ts';

/** The keyword table of a voicemail language. */
export const keywordsQuery = (language: VoicemailLanguage) => queryOptions({ queryKey: ['keywords', language], queryFn: ({ signal }) => readStored<KeywordTable>(api.keywords(language), signal) });

export function saveKeywords(language: VoicemailLanguage, { keywords, etag }: { keywords: Keywords; etag: string }): Promise<Stored<KeywordTable>> {
  return saveStored<KeywordTable>(api.keywords(language), { input: { keywords }, etag });
}

/** Brings the defaults back. */
export async function resetKeywords(language: VoicemailLanguage, etag: string): Promise<void> {
  await request(api.keywords(language), { method: 'DELETE', ifMatch: etag });
}

/** What the rules made of a subject that was tried, and when: the answer alone says neither. */
export interface TriedSubject {
  subject: string;
  now: string;
  preview: Preview;
}

/** What the presence rules make of an appointment that is made now; null asks nothing. The answer before stays until the next one is there. */
export const previewQuery = (input: Omit<PreviewInput, 'now'> | null) =>
  queryOptions({
    queryKey: ['preview', input],
    async queryFn({ signal }): Promise<TriedSubject> {
      const now = new Date().toISOString();
      return { subject: input?.subject ?? '', now, preview: await requestJson<Preview>(api.preview, { method: 'POST', body: { ...input, now }, signal }) };
    },
    enabled: input !== null,
    placeholderData: (before) => before,
    staleTime: 0,
    // As often as the system looks.
    refetchInterval: 30_000,
  });

export function previewMailbox(input: MailboxPreviewInput, signal: AbortSignal): Promise<MailboxPreview> {
  return requestJson<MailboxPreview>(api.mailboxPreview, { method: 'POST', body: input, signal });
}
