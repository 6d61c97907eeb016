import type { Params } from '../../../contract/diagnosis.ts';

const longest = 120;

/** Subject, sender and date of a message’s header (RFC 5322 section 3.6), each where it is there; null where the header cannot be read. Whatever somebody wrote in it, the texts are short and stay on their line. */
export async function readHeader(header: string): Promise<Params | null> {
  // Only where a mail is looked at: the parser takes room that is not there otherwise.
  const { default: PostalMime } = await import('postal-mime');
  const read = await PostalMime.parse(`${header}\r\n\r\n`).catch(() => null);
  if (!read || read.headers.length === 0) return null;
  const subject = shown(read.subject);
  const from = shown(read.from?.address) || shown(read.from?.name);
  const at = Date.parse(read.date ?? '');
  return { ...(subject && { subject }), ...(from && { from }), ...(!Number.isNaN(at) && { date: new Date(at).toISOString() }) };
}

// Without controls and what turns the direction of writing; no more than a few marks above a letter.
function shown(text = ''): string {
  const letters = [...text.slice(0, 10_000).toWellFormed().replace(/[\p{C}\p{Z}\s]+/gu, ' ').replace(/(\p{M}{3})\p{M}+/gu, '$1').trim()];
  return letters.length > longest ? `${letters.slice(0, longest - 1).join('')}…` : letters.join('');
}
