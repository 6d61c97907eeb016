import { noticeTexts } from '../../../contract/explanations/notice-texts.ts';
import type { Language } from '../../../contract/fields.ts';
import { instantText, nameOfItem, type NoticeData } from './words.ts';

/** A notice as a plain mail: what, why, who and how, then whom it concerns. */
export function mailOf({ kind, title, link, groups }: NoticeData, language: Language): { subject: string; text: string } {
  const texts = noticeTexts[language];
  const parts = [kind === 'test' ? texts.testText : title, ...groups.map((group) => partOf(group, kind, language)), ...(link ? [`${texts.open}: ${link}`] : []), texts.why];
  return { subject: `${texts.product}: ${oneLine(title)}`, text: `${parts.join('\n\n')}\n` };
}

function partOf({ diagnosis, ends, items }: NoticeData['groups'][number], kind: NoticeData['kind'], language: Language): string {
  const texts = noticeTexts[language];
  const about = diagnosis ? [`${texts.cause}: ${diagnosis.cause}`, `${texts.who}: ${diagnosis.who}`, `${texts.fix}: ${diagnosis.fix}`] : [];
  const end = ends ? [texts.endsOn(ends.name, instantText(ends.at, language), ends.days), `${texts.who}: ${ends.who}`, `${texts.fix}: ${ends.fix}`] : [];
  const list = items.map((item) => {
    const { since } = item;
    const told = since && (kind === 'recovered' ? texts.failedSince : texts.since)(instantText(since, language));
    return `- ${oneLine(nameOfItem({ ...item, name: item.ref === null ? null : item.name }, language))}${told ? ` (${told})` : ''}`;
  });
  return [...about, ...end, `${texts.concerns}:`, ...list].join('\n');
}

// Names that somebody has typed stay on their line.
function oneLine(text: string): string {
  return text.replace(/[\p{C}\p{Zl}\p{Zp}\s]+/gu, ' ').trim();
}
