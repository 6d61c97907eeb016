import { describe, expect, test } from 'vitest';
import { keywordDefaults } from '../../../../contract/keywords.ts';
import { keywordStatuses, type Keywords, type VoicemailLanguage } from '../../../../contract/presence.ts';
import { voicemailLanguages } from '../../../../contract/voicemail-languages.ts';
import { fold, foldWithPositions } from '../../../fold.ts';
import { foldKeywords, matchKeyword, matchPart, statusOf } from './keyword-match.ts';

const tables = Object.fromEntries(voicemailLanguages.map((language) => [language, foldKeywords(keywordDefaults[language].keywords)])) as Record<VoicemailLanguage, ReturnType<typeof foldKeywords>>;
const own = (changed: Partial<Keywords>) => foldKeywords({ ...keywordDefaults.en.keywords, ...changed });

/** What is found, and that it stands where it is said to stand. */
function found(subject: string, keywords: ReturnType<typeof foldKeywords>) {
  const match = matchKeyword(subject, keywords);
  expect(statusOf(subject, keywords)).toBe(match?.status ?? null);
  expect(match && subject.slice(match.at, match.at + match.text.length)).toBe(match && match.text);
  return match && `${match.status} ${match.text}`;
}

describe.each(voicemailLanguages)('the keywords of %s', (language) => {
  test.each(keywordStatuses)('%s: alone, in a sentence, in capitals, without accents, and not within a word', (status) => {
    const keyword = keywordDefaults[language].keywords[status];
    const plain = keyword.normalize('NFD').replace(/\p{M}/gu, '');
    for (const text of [keyword, keyword.toUpperCase(), keyword.toLowerCase(), plain, keyword.normalize('NFD')]) {
      expect(found(text, tables[language])).toBe(`${status} ${text}`);
      expect(found(`Contoso (${text}), 3. 2.`, tables[language])).toBe(`${status} ${text}`);
      expect(found(`${text}x y${text}`, tables[language])).toBeNull();
    }
  });
});

describe('which keyword decides', () => {
  test.each([
    ['the longest, wherever it stands', 'Lunch, then Out of Office', 'out-of-office Out of Office'],
    ['of two as long the first of the table', 'Break or Lunch or Sick', 'break Break'],
    ['the first place of it', 'Lunch? lunch!', 'lunch Lunch'],
    ['a later place where it is a whole word', 'Meetings and a meeting', 'meeting meeting'],
    ['none', 'Lunchtime for the Meetings', null],
    ['none in an empty subject', '', null],
    ['a keyword is not made of words that stand apart', 'Out. of. Office', null],
    ['hyphens are not blanks', 'Out-of-Office', null],
    ['underscores and dashes part words', 'Q3_Meeting–Berlin', 'meeting Meeting'],
    ['digits do not', 'Meeting2', null],
  ])('%s', (_what, subject, expected) => {
    expect(found(subject, tables.en)).toBe(expected);
  });

  test('keywords of another language are words like others', () => {
    expect(found('Besprechung', tables.en)).toBeNull();
    expect(found('Meeting', tables.de)).toBeNull();
  });

  test('a longer word is named where the keyword is only a part of it', () => {
    expect(found('Mittagessen mit Anna', tables.de)).toBeNull();
    expect(matchPart('Mittagessen mit Anna', tables.de)).toEqual({ text: 'Mittag', at: 0, status: 'lunch' });
    expect(matchPart('Teamrunde', tables.de)).toBeNull();
  });
});

describe('how it is written makes no difference', () => {
  test.each([
    ['ß and ss', 'ausser haus', 'out-of-office ausser haus'],
    ['the capital ß', 'AUẞER HAUS', 'out-of-office AUẞER HAUS'],
    ['several blanks', 'bin zu   hause', 'home zu   hause'],
    ['a blank that does not break, a tab, a line break', 'Zu\u00a0\t\nHause', 'home Zu\u00a0\t\nHause'],
    ['letters of full width', 'Ｋｒａｎｋ', 'sick Ｋｒａｎｋ'],
    ['an accent too many', 'Ur\u0301laub', 'holiday Ur\u0301laub'],
    ['soft hyphens and joiners', 'Be\u00adspre\u2060chung', 'meeting Be\u00adspre\u2060chung'],
    ['direction marks around and in between', '\u200fUr\u200elaub\u202c', 'holiday Ur\u200elaub'],
    ['a blank without width parts words', 'Mittag\u200bessen', 'lunch Mittag'],
  ])('%s', (_what, subject, expected) => {
    expect(found(subject, tables.de)).toBe(expected);
  });
});

describe('every script', () => {
  test.each([
    ['Greek, with its last sigma', own({ meeting: 'Διάλειμμα', home: 'ΣΠΙΤΙΣ' }), 'στο σπιτις τώρα', 'home σπιτις'],
    ['Turkish, with and without dot', own({ sick: 'İZİN' }), 'yıllık izin', 'sick izin'],
    ['Russian, ё as е', own({ holiday: 'Отъезд', meeting: 'Приём' }), 'прием в 10', 'meeting прием'],
    ['Arabic without its points', own({ meeting: 'اجتماع' }), 'غدًا اِجْتِمَاع مهم', 'meeting اِجْتِمَاع'],
    ['Arabic, another form of alef', own({ holiday: 'أجازة' }), 'اجازة', 'holiday اجازة'],
    ['Arabic with an article is another word', own({ meeting: 'اجتماع' }), 'الاجتماع', null],
    ['Hebrew with points', own({ meeting: 'פגישה' }), 'פְּגִישָׁה עם דנה', 'meeting פְּגִישָׁה'],
    ['Hebrew with a direction mark', own({ meeting: 'פגישה' }), 'מחר: \u200fפגישה\u200f.', 'meeting פגישה'],
    ['Thai within a sentence', own({ meeting: 'ประชุม' }), 'พรุ่งนี้ประชุมทีม', 'meeting ประชุม'],
    ['Thai, another vowel is another word', own({ sick: 'ป่วย' }), 'ปวย', null],
    ['Chinese within a sentence', own({ meeting: '会议' }), '下午会议三点', 'meeting 会议'],
    ['Latin letters in a Chinese sentence', tables.en, '明天meeting三点', 'meeting meeting'],
    ['Japanese, half width and full', own({ lunch: 'ランチ', meeting: 'ガイダンス' }), '午後ｶﾞｲﾀﾞﾝｽ', 'meeting ｶﾞｲﾀﾞﾝｽ'],
    ['Japanese, か is not が', own({ meeting: 'かいぎ' }), 'がいぎ', null],
    ['Korean, a particle makes another word', own({ meeting: '회의' }), '회의는 3시, 팀 회의', 'meeting 회의'],
    ['Hindi with all its vowels', own({ meeting: 'बैठक', home: 'बाठक' }), 'आज बैठक है', 'meeting बैठक'],
    ['an emoji is no letter', tables.en, '🍽️Lunch🎉', 'lunch Lunch'],
    ['an emoji as keyword, whatever its look', own({ holiday: '🏖️' }), 'Endlich 🏖!', 'holiday 🏖'],
    ['letters beyond the first plane', tables.en, '𝐌𝐞𝐞𝐭𝐢𝐧𝐠 now', 'meeting 𝐌𝐞𝐞𝐭𝐢𝐧𝐠'],
    ['half of a surrogate pair', tables.en, '\ud83d Meeting \udf7d', 'meeting Meeting'],
  ])('%s', (_what, keywords, subject, expected) => {
    expect(found(subject, keywords)).toBe(expected);
  });
});

describe('subjects of 300 characters', () => {
  test.each([
    ['Latin', 'Jour fixe Vertrieb, Raum 4. ', ' '],
    ['combining marks', 'Z\u0351\u0352a\u0300\u0301\u0302l\u0316\u0317g\u0321\u0322o\u0323 ', ' '],
    ['Arabic', 'مراجعة الميزانية السنوية ', ' '],
    ['Hebrew', 'סקירת תקציב שנתית ', ' '],
    ['Thai', 'ทบทวนงบประมาณประจำปี', ''],
    ['Chinese', '年度预算审查，三号楼。', ''],
    ['Japanese', '年次予算レビュー、三号館。', ''],
    ['emoji', '🎉👩‍💻🏳️‍🌈1️⃣', ''],
    ['direction marks', '\u200e\u200f\u202a\u202b\u202c', ''],
    ['blanks', ' \u00a0\u3000\t', ''],
  ])('of %s: the keyword at the end is found in its place, and none before it', (_what, filler, gap) => {
    const rest = filler.repeat(300).slice(0, 300 - gap.length - 'Meeting'.length).toWellFormed();
    expect(found(rest, tables.en)).toBeNull();
    const subject = `${rest}${gap}Meeting`;
    expect(subject).toHaveLength(300);
    expect(found(subject, tables.en)).toMatch(/Meeting$/);
  });

  test('one long word is none of the keywords', () => {
    expect(found('Meeting'.repeat(43).slice(0, 300), tables.en)).toBeNull();
    expect(found('\u0301'.repeat(300), tables.en)).toBeNull();
  });
});

test('a text with positions folds as one without', () => {
  const odd = [...'aZß ẞéÅ\u0301\u05B8\u064Bش\u0651\u200b\u200e\u00a0ﬁ½ŉ한ツｶﾞ\u3099ที่🍽️𝔐\u0130ıΣς´ﷺ\n\ud800\udc00'];
  // A fixed series: a failure comes back.
  let seed = 42;
  const next = (below: number) => (seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0) % below;
  for (let count = 0; count < 20_000; count++) {
    const text = Array.from({ length: 8 }, () => odd[next(odd.length)]).join('');
    const { folded, starts, ends } = foldWithPositions(text);
    expect(folded).toBe(fold(text));
    expect([starts.length, ends.length]).toEqual([folded.length, folded.length]);
  }
});
