/** Hands a text over as a file. Windows PowerShell takes one without the mark at its beginning for the old code page; a shell takes neither that mark nor the line ends of Windows. */
export function download(name: string, text: string): void {
  const content = name.endsWith('.sh') ? `${text.trimEnd()}\n` : `\ufeff${text.replaceAll('\n', '\r\n')}\r\n`;
  const href = URL.createObjectURL(new Blob([content], { type: 'text/plain' }));
  const link = document.createElement('a');
  link.href = href;
  link.download = name;
  link.click();
  URL.revokeObjectURL(href);
}
