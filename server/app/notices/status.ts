import type { StoredDiagnosis } from '../../../contract/diagnosis.ts';
import { renderDiagnosis } from '../../../contract/explanations/render.ts';
import type { Language } from '../../../contract/fields.ts';
import type { ChannelStatus, NoticeChannel, NoticeKind, NoticesStatus } from '../../../contract/notices.ts';
import type { Repositories } from '../../store.ts';

const name = 'notices/status';

/** How the channels stand, as it is stored. */
export interface StoredStatus {
  webhook: StoredChannel;
  mail: StoredChannel;
  /** When each group of failures was told last: what belongs to it and comes soon after waits for the next notice. */
  told: Record<string, string>;
}

interface StoredChannel {
  lastSent: { at: string; kind: NoticeKind } | null;
  failure: { at: string; diagnosis: StoredDiagnosis } | null;
}

/** How the channels stand, with the version of it. */
export async function readStatus(rows: Repositories): Promise<{ status: StoredStatus; version: number }> {
  const stored = await rows.settings.get(name);
  const nothing: StoredChannel = { lastSent: null, failure: null };
  return { status: { webhook: nothing, mail: nothing, told: {}, ...Object(stored?.value) }, version: Number(stored?.version ?? 0) };
}

/** Changes how the channels stand; whoever waits for news hears of it. */
export async function changeStatus(rows: Repositories, change: (status: StoredStatus) => Partial<StoredStatus> | void): Promise<void> {
  const { status, version } = await readStatus(rows);
  await rows.settings.put(name, { value: { ...status, ...change(status) }, version: String(version + 1), changedAt: '' });
}

/** How the channels stand, in the reader's language. */
export async function showStatus(rows: Repositories, now: Date, language: Language): Promise<NoticesStatus> {
  const { status, version } = await readStatus(rows);
  const show = async (channel: NoticeChannel): Promise<ChannelStatus> => {
    const { lastSent, failure } = status[channel];
    const { count, nextAt } = await rows.notices.waiting(channel);
    return { lastSent, failure: failure && { at: failure.at, diagnosis: renderDiagnosis(failure.diagnosis, language) }, waiting: count, nextTry: nextAt };
  };
  return { version, now: now.toISOString(), webhook: await show('webhook'), mail: await show('mail') };
}
