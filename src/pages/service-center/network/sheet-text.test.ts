import { expect, test } from 'vitest';
import { asCsv, asText } from './sheet-text.ts';

const cells = [['Host', 'Port'], ['graph.microsoft.com', '443'], ['=cmd "x", y', '25']];

test('as text, in columns', () => {
  expect(asText(cells)).toBe('Host                 Port\ngraph.microsoft.com  443\n=cmd "x", y          25');
});

test('as CSV: quoted, and no formula', () => {
  expect(asCsv(cells)).toBe('"Host","Port"\n"graph.microsoft.com","443"\n"\'=cmd ""x"", y","25"');
});
