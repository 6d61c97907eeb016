import { keywordDefaults } from '../../../contract/keywords.ts';
import { keywords as keywordsSchema, keywordStatuses, type Keywords, type KeywordTable, type VoicemailLanguage } from '../../../contract/presence.ts';
import type { FieldError } from '../../../contract/problems.ts';
import type { Repositories } from '../../store.ts';
import type { Context } from '../context.ts';
import { recordIn } from '../events/record.ts';
import { checkMatch, needsMatch } from '../http/etag.ts';
import { ProblemError } from '../http/problem.ts';
import { fold } from '../../fold.ts';

const functionName = 'exchange-calendar';
const untouched = '0';

/** The keyword table of a language with its version. */
export async function readKeywords(rows: Repositories, language: VoicemailLanguage): Promise<{ table: KeywordTable; version: string }> {
  const { confirmed, keywords: defaults } = keywordDefaults[language];
  const stored = await rows.settings.get(rowOf(language));
  const changed = keywordsSchema.safeParse(stored?.value).data;
  return { table: { language, keywords: changed ?? defaults, defaults, confirmed, changedAt: changed ? (stored?.changedAt ?? null) : null }, version: stored?.version ?? untouched };
}

/** Replaces the table of a language where `ifMatch` is its ETag. Raises 428, 412 with what is stored, or 422 for a keyword that says the same as another one, or nothing. */
export async function saveKeywords(context: Context, language: VoicemailLanguage, keywords: Keywords, ifMatch: string | undefined, actor: string): Promise<void> {
  checkKeywords(keywords);
  await change(context, language, keywords, ifMatch, actor);
}

/** Brings back the defaults of a language where `ifMatch` is the ETag of its table. Raises 428 and 412. */
export async function resetKeywords(context: Context, language: VoicemailLanguage, ifMatch: string | undefined, actor: string): Promise<void> {
  await change(context, language, null, ifMatch, actor);
}

async function change({ ports }: Context, language: VoicemailLanguage, value: Keywords | null, ifMatch: string | undefined, actor: string): Promise<void> {
  needsMatch(ifMatch);
  await ports.store.transaction(async (rows) => {
    const { table, version } = await readKeywords(rows, language);
    checkMatch(ifMatch, version, table);
    // The row stays after a reset, so that an ETag is never met twice.
    await rows.settings.put(rowOf(language), { value, version: String(Number(version) + 1), changedAt: ports.clock.now().toISOString() });
    await recordIn(rows, ports, { kind: value ? 'keywords-saved' : 'keywords-reset', function: functionName, actor, params: { language } });
  });
}

/** Raises 422 for a keyword that says the same as another one, or nothing. */
export function checkKeywords(keywords: Keywords): void {
  const known = new Set<string>();
  const errors: FieldError[] = [];
  for (const status of keywordStatuses) {
    const folded = fold(keywords[status]).trim();
    const pointer = `/keywords/${status}`;
    if (folded === '') errors.push({ pointer, code: 'required', detail: 'Without accents and blanks nothing is left of it.' });
    else if (known.has(folded)) errors.push({ pointer, code: 'duplicate-keyword', detail: 'A status above it has this keyword; case, accents and blanks make no difference.' });
    known.add(folded);
  }
  if (errors.length > 0) throw new ProblemError('invalid', { errors });
}

/** The name of the row of a language. */
export function rowOf(language: VoicemailLanguage): string {
  return `${functionName}/keywords/${language}`;
}
