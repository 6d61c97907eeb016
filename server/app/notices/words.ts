import { eventWords } from '../../../contract/explanations/event-words.ts';
import { needsOfEnds } from '../../../contract/explanations/needs.ts';
import { noticeTexts } from '../../../contract/explanations/notice-texts.ts';
import { renderDiagnosis } from '../../../contract/explanations/render.ts';
import type { Language } from '../../../contract/fields.ts';
import type { FunctionEnd } from '../../../contract/functions.ts';
import type { NoticeBody } from '../../../contract/notices.ts';
import type { NoticeItem, NoticeRow } from '../../notice-rows.ts';
import { daysUntil } from './ends.ts';

export type NoticeData = NoticeBody['data'];

/** A notice with its sentences. `now` counts the days; `publicUrl` is where browsers find the console, or null. */
export function renderNotice({ id, kind, at, items }: NoticeRow, language: Language, { now, publicUrl }: { now: Date; publicUrl: string | null }): NoticeData {
  const groups = [...Map.groupBy(items, (item) => JSON.stringify([diagnosisOf(item, language), item.ends])).values()].map((members) => groupOf(members, language, now));
  return { id, kind, at, title: titleOf(kind, items, groups, language), link: publicUrl && new URL('/', publicUrl).href, total: items.length, groups };
}

/** How a function or a queue pilot is called in a sentence. */
export function nameOfItem({ function: name, name: called, queue }: Pick<NoticeItem, 'function' | 'name' | 'queue'>, language: Language): string {
  return called === null ? eventWords[language].functions[name] : noticeTexts[language].queuePilot(called, queue ?? '');
}

/** A point in time as a mail names it. */
export function instantText(at: string, language: Language): string {
  return `${new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' }).format(new Date(at))} UTC`;
}

function groupOf(members: readonly NoticeItem[], language: Language, now: Date): NoticeData['groups'][number] {
  const [first] = members;
  const ends = first?.ends;
  return {
    diagnosis: first ? diagnosisOf(first, language) : null,
    ends: ends ? endOf(ends, language, now) : null,
    items: members.map((item) => ({ function: item.function, ref: item.ref, queue: item.queue, name: item.name ?? eventWords[language].functions[item.function], health: item.health, since: item.since })),
  };
}

function endOf({ what, at }: FunctionEnd, language: Language, now: Date): NoticeData['groups'][number]['ends'] {
  const days = daysUntil(at, now);
  const { owner, why } = needsOfEnds[what][days > 0 ? 'soon' : 'over'];
  return { what, name: noticeTexts[language].ends[what], at, days, owner, who: noticeTexts[language].owners[owner], fix: why[language] };
}

function diagnosisOf({ diagnosis }: NoticeItem, language: Language): NoticeData['groups'][number]['diagnosis'] {
  if (!diagnosis) return null;
  const { code, cause, owner, fix, script } = renderDiagnosis(diagnosis, language);
  return { code, cause, owner, who: noticeTexts[language].owners[owner], fix: script ? `${fix}\n${script}` : fix };
}

function titleOf(kind: NoticeRow['kind'], items: readonly NoticeItem[], groups: NoticeData['groups'], language: Language): string {
  const texts = noticeTexts[language];
  const [first] = items;
  if (kind === 'test' || !first) return texts.test;
  const name = items.length === 1 ? nameOfItem(first, language) : texts.many(items.length);
  if (kind === 'recovered') return texts.recovered(name, items.length);
  if (kind === 'failed') return items.length === 1 && first.health === 'sign-in-required' ? texts.signInRequired(name) : texts.failed(name, items.length);
  const [end] = groups;
  return groups.length === 1 && end?.ends ? texts.ending(end.ends.name, name, end.ends.days) : texts.severalEnd(items.length);
}
