// Text is wrapped at such widths; a longer line was written as it is, and a shorter one ends because nothing follows.
const narrowest = 60;
const widest = 120;
const neighbours = 5;
const longestAnswer = 700;

/** Where an answer ends that begins at this place: at the end of its line, but for lines that were wrapped. */
export function answerEnd(text: string, at: number): number {
  const limit = Math.min(text.length, at + longestAnswer);
  for (let end = text.indexOf('\n', at); end >= 0 && end < limit; end = text.indexOf('\n', end + 1)) if (!isWrapped(text, end)) return end;
  return limit;
}

// Does what stands behind this line break belong to what stands before it?
function isWrapped(text: string, end: number): boolean {
  const line = lineBefore(text, end);
  const next = lineAfter(text, end);
  if (/^\s*(?:at|bei|à|in|File) \S/.test(next) || /^\s*$/.test(next)) return false;
  // Parts of Microsoft's answers stand on lines of their own; a quotation and what is indented go on.
  if (/^\s*(?:Trace ID|Correlation ID|Timestamp|request-id)\b/i.test(next) || /^[\s>|]/.test(next)) return true;
  if (line.length < narrowest || line.length > widest || /[.!?;)\]}>"']$/.test(line)) return false;
  const [word = ''] = /^\S*/.exec(next) ?? [];
  return line.length + 1 + word.length > widthAround(text, end);
}

// The longest of the lines around.
function widthAround(text: string, end: number): number {
  let width = 0;
  for (let [count, place] = [0, end]; count < neighbours && place > 0; count++) {
    const line = lineBefore(text, place);
    width = Math.max(width, line.length);
    place = text.lastIndexOf('\n', place - 1);
  }
  for (let [count, place] = [0, end]; count < neighbours && place >= 0; count++) {
    width = Math.max(width, lineAfter(text, place).length);
    place = text.indexOf('\n', place + 1);
  }
  return width;
}

// Of a line only so much is looked at that its width can be told.
function lineBefore(text: string, end: number): string {
  const near = text.slice(Math.max(0, end - widest - 2), end);
  return near.slice(near.lastIndexOf('\n') + 1).replace(/\r$/, '');
}

function lineAfter(text: string, end: number): string {
  return text.slice(end + 1, end + widest + 3).split(/\r?\n/, 1)[0] ?? '';
}
