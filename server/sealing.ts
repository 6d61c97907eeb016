import { Confidential } from './confidential.ts';

const prefix = 'v1.';
const ivLength = 12;

/** AES-256-GCM with this key of 32 bytes, by Web Crypto. A sealed text is `v1.<iv and ciphertext, base64url>`; `context` is its additional data. */
export function createSealing(key: Uint8Array<ArrayBuffer>) {
  const imported = crypto.subtle.importKey('raw', key, 'AES-GCM', false, ['encrypt', 'decrypt']);
  const bytes = (text: string) => new TextEncoder().encode(text);
  return {
    async seal(plain: Confidential, context: string): Promise<string> {
      const iv = crypto.getRandomValues(new Uint8Array(ivLength));
      const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData: bytes(context) }, await imported, bytes(plain.reveal()));
      return prefix + toBase64Url(new Uint8Array([...iv, ...new Uint8Array(sealed)]));
    },
    async open(sealed: string, context: string): Promise<Confidential> {
      if (!sealed.startsWith(prefix)) throw new Error('This is no sealed text.');
      const all = fromBase64Url(sealed.slice(prefix.length));
      const plain = await crypto.subtle.decrypt({ name: 'AES-GCM', iv: all.slice(0, ivLength), additionalData: bytes(context) }, await imported, all.slice(ivLength));
      return new Confidential(new TextDecoder().decode(plain));
    },
  };
}

/** Bytes as base64url, without padding. */
export function toBase64Url(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

/** The bytes of a base64url text. Raises an error where it is none. */
export function fromBase64Url(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (letter) => letter.charCodeAt(0));
}
