/** Hands a text over as a file. Windows PowerShell takes one without the mark at its beginning for the old code page. */
export function download(name: string, text: string): void {
  const href = URL.createObjectURL(new Blob([`\ufeff${text.replaceAll('\n', '\r\n')}\r\n`], { type: 'text/plain' }));
  const link = document.createElement('a');
  link.href = href;
  link.download = name;
  link.click();
  URL.revokeObjectURL(href);
}
