import { Confidential } from './confidential.ts';

// Letters and digits that nobody takes for another: no 0 and O, no 1, I and L.
const alphabet = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789';

/** A new set-up code, `XXXX-XXXX`, of 31 clear letters; `randomBelow` answers an integer from 0 to its argument. */
export function setupCode(randomBelow: (below: number) => number): Confidential {
  const letters = Array.from({ length: 8 }, () => alphabet[randomBelow(alphabet.length)]).join('');
  return new Confidential(`${letters.slice(0, 4)}-${letters.slice(4)}`);
}

/** Is this the code, with or without its dash, in capitals or not? */
export function isSetupCode(given: Confidential, code: Confidential): boolean {
  const clear = (text: Confidential) => text.reveal().toUpperCase().replace(/[^A-Z0-9]/g, '');
  return clear(given) === clear(code);
}
