const units = ['kilobyte', 'megabyte', 'gigabyte'] as const;

/** A number of bytes in kB, MB or GB (1000 each). */
export function shownBytes(bytes: number, locale: string): string {
  const power = Math.max(0, Math.min(units.length - 1, Math.floor(Math.log10(Math.max(bytes, 1)) / 3) - 1));
  return new Intl.NumberFormat(locale, { style: 'unit', unit: units[power] ?? 'kilobyte', maximumFractionDigits: power === 0 ? 0 : 1 }).format(bytes / 1000 ** (power + 1));
}
