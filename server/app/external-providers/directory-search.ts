import type { Params } from '../../../contract/diagnosis.ts';
import type { DirectorySearch } from '../../../contract/directory.ts';
import { renderSearchRule } from '../../../contract/explanations/directory.ts';
import { renderDiagnosis } from '../../../contract/explanations/render.ts';
import type { Language } from '../../../contract/fields.ts';
import { diagnoseExchange } from '../diagnosis/exchange.ts';
import type { Call, ExchangePlace } from './exchange/place.ts';
import { searchPublicContacts } from './exchange/public-contacts.ts';

interface Search {
  place: ExchangePlace;
  mailbox: string;
  /** Those of a diagnosis: `cloud`, `tenantId`, `applicationId`, `permission`, `api`. */
  params: Params;
  name: string;
  language: Language;
}

const mostShown = 50;

/** Searches the public contacts for a name as the telephone system does, and says why there are these, or none. What Exchange refuses is in the answer; rejects with the signal's reason. */
export async function searchDirectory({ ports, note }: Pick<Call, 'ports' | 'note'>, { place, mailbox, params, name, language }: Search, signal: AbortSignal): Promise<Omit<DirectorySearch, 'transcript'>> {
  try {
    const { items, total, rule, folder } = await searchPublicContacts({ ports, mailbox, note, signal }, place, { name, limit: mostShown });
    return { items, total, rule, why: renderSearchRule(rule, { name, shown: items.length, folder: folder ?? '' }, language) };
  } catch (error) {
    signal.throwIfAborted();
    const diagnosis = renderDiagnosis(diagnoseExchange(error, { place, use: 'public-folders', mailbox, now: ports.clock.now() }, params), language);
    return { items: [], total: 0, rule: null, why: diagnosis.cause, diagnosis };
  }
}
