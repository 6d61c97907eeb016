/** A reply of several lines as one: the status codes of the later lines go. */
export function asOneLine(text: string): string {
  return text.split(/\r?\n/).map((line, at) => (at === 0 ? line.replace(/^(\d{3})-/, '$1 ') : line.replace(/^\d{3}[- ](?:\d\.\d+\.\d+ )?/, ''))).join(' ').trim();
}
