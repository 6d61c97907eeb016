// What is shorter stands in any line.
const shortest = 4;
const shortestPart = 20;

/** Takes secrets out of lines that somebody else wrote: each as a whole, and of a long one any longer part. */
export function createHider(): { add(secrets: readonly string[]): void; hide(line: string): string } {
  let known: string[] = [];
  return {
    add(secrets) {
      // The longest first: one may stand in another.
      known = [...known, ...secrets].filter(({ length }) => length >= shortest).sort((a, b) => b.length - a.length);
    },
    hide(line) {
      const without = known.reduce((text, secret) => text.replaceAll(secret, '***'), line);
      return without.replace(/\S+/g, (word) => (word.length >= shortestPart && known.some((secret) => secret.includes(word)) ? '***' : word));
    },
  };
}
