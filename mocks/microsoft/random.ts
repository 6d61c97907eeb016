/** A text of this many characters of the alphabet. */
export function randomText(length: number, alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'): string {
  return Array.from(crypto.getRandomValues(new Uint32Array(length)), (number) => alphabet[number % alphabet.length]).join('');
}

/** A GUID; of a seed the same each time. */
export async function guidOf(seed: string): Promise<string> {
  return asGuid(new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(seed))));
}

export function randomGuid(): string {
  return asGuid(crypto.getRandomValues(new Uint8Array(16)));
}

function asGuid(bytes: Uint8Array): string {
  const hex = Array.from(bytes.slice(0, 16), (byte) => byte.toString(16).padStart(2, '0')).join('');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20)}`;
}
