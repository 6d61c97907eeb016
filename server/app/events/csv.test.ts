import { expect, test } from 'vitest';
import { csvLine } from './csv.ts';

test.each([
  ['plain text', ['a', 'b c', ''], 'a,b c,\r\n'],
  ['what separates is quoted', ['a,b', 'say "no"', 'two\nlines', 'two\r\nlines'], '"a,b","say ""no""","two\nlines","two\r\nlines"\r\n'],
  ['formulas are text', ['=1+1', '+49 89', '-1', '@SUM(A1)', '＝1'], "'=1+1,'+49 89,'-1,'@SUM(A1),'＝1\r\n"],
  ['a formula behind a tab or a line end is text', ['\t=1', '\r=1', '\n=1'], "'\ufffd=1,\"'\r=1\",\"'\n=1\"\r\n"],
  ['a formula that needs quotes', ['=HYPERLINK("http://x","y")'], `"'=HYPERLINK(""http://x"",""y"")"\r\n`],
  ['what is inside stays', ['a=b', 'x-y', 'me@contoso.com'], 'a=b,x-y,me@contoso.com\r\n'],
  ['terminal escapes and turned text are shown, not obeyed', ['\u001b[31mred\u0007', '\u009b2J', 'a\u202exe.txt'], '\ufffd[31mred\ufffd,\ufffd2J,a\ufffdxe.txt\r\n'],
  ['HTML is text', ['<script>alert(1)</script>'], '<script>alert(1)</script>\r\n'],
  ['writing from right to left', ['المبيعات'], 'المبيعات\r\n'],
  ['half a character', ['a\ud83d'], 'a\ufffd\r\n'],
])('%s', (_what, cells, line) => {
  expect(csvLine(cells)).toBe(line);
});
