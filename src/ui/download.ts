/** Hands a text over as a file. Windows PowerShell takes one without the mark at its beginning for the old code page; a shell takes neither that mark nor the line ends of Windows. */
export function download(name: string, text: string): void {
  const content = name.endsWith('.sh') ? `${text.trimEnd()}\n` : `\ufeff${text.replaceAll('\n', '\r\n')}\r\n`;
  handOver(name, new Blob([content], { type: 'text/plain' }));
}

/** Gives a file to the browser, which saves it, or says why it cannot. */
export function handOver(name: string, content: Blob): void {
  const href = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = href;
  link.download = name;
  link.click();
  // A large one is still being read when the click is over.
  setTimeout(() => URL.revokeObjectURL(href), 60_000);
}
