/** A table as it is handed over: the first row names the columns. */
export type Cells = readonly (readonly string[])[];

/** As lines with columns of one width, to be read in a mail. */
export function asText(cells: Cells): string {
  const widths = (cells[0] ?? []).map((_, column) => Math.max(...cells.map((row) => row[column]?.length ?? 0)));
  return cells.map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ').trimEnd()).join('\n');
}

/** As CSV (RFC 4180); what a spreadsheet would take for a formula begins with an apostrophe. */
export function asCsv(cells: Cells): string {
  return cells.map((row) => row.map((cell) => `"${cell.replace(/^(?=[=+\-@\t\r])/, "'").replaceAll('"', '""')}"`).join(',')).join('\n');
}
