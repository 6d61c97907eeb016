import { setupCode } from '../../server/setup-code.ts';

/** What mock mode keeps in the browser's storage, by name; and the password of its administrator. */
export const names = {
  store: 'postern-store',
  microsoft: 'postern-microsoft',
  key: 'postern-key',
  session: 'postern-session',
  setupCode: 'postern-setup-code',
  /** Set while the set-up page is to be shown: nobody is signed in by himself then. */
  fresh: 'postern-fresh',
  password: 'simulated-password',
} as const;

/** Back to the first day. */
export async function forgetEverything(): Promise<void> {
  for (const name of [names.store, names.microsoft, names.key, names.session, names.setupCode, names.fresh]) localStorage.removeItem(name);
}

/** The set-up code of this browser. */
export function readSetupCode(): string {
  const stored = localStorage.getItem(names.setupCode);
  if (stored) return stored;
  const made = setupCode((below) => (crypto.getRandomValues(new Uint32Array(1))[0] ?? 0) % below).reveal();
  localStorage.setItem(names.setupCode, made);
  return made;
}

/** The key of this browser's store, 32 bytes. */
export function readKey(): Uint8Array<ArrayBuffer> {
  const stored = localStorage.getItem(names.key);
  if (stored) return Uint8Array.from(atob(stored), (letter) => letter.charCodeAt(0));
  const key = crypto.getRandomValues(new Uint8Array(32));
  localStorage.setItem(names.key, btoa(String.fromCharCode(...key)));
  return key;
}
