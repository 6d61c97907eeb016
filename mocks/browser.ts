import { http } from 'msw/http';
import { network } from 'virtual:msw';
import packageJson from '../package.json' with { type: 'json' };
import { createBackend } from '../server/app/backend.ts';
import { Confidential } from '../server/confidential.ts';
import type { Config } from '../server/config.ts';
import { createMemoryStore } from '../server/memory/store.ts';
import type { Ports } from '../server/ports.ts';
import { browserSecrets } from './browser/secrets.ts';
import { signInByItself } from './browser/sign-in.ts';
import { asksForSettings, startSettings } from './browser/start-settings.ts';
import { browserState } from './browser/state.ts';
import { forgetEverything, names, readKey, readSetupCode } from './browser/storage.ts';
import { clock } from './clock.ts';
import { playMailPorts } from './mail/port.ts';
import { createMicrosoft } from './microsoft/app.ts';
import { playFetch } from './microsoft/fetch.ts';
import { playedSentence } from './microsoft/pages.ts';
import { applySettings, playedMicrosoft } from './microsoft/state.ts';

/** Puts the backend into this page, in front of a played Microsoft 365. Rejects with a sentence where the browser does not allow it. */
export async function startMocks(): Promise<void> {
  const { location } = window;
  if (!('serviceWorker' in navigator) || !('locks' in navigator)) throw new Error(cannot());
  if (new URLSearchParams(location.search).has('fresh')) {
    await forgetEverything();
    localStorage.setItem(names.fresh, '1');
  }
  const state = browserState(names.microsoft);
  if (asksForSettings(location)) await playedMicrosoft(state).change((played) => applySettings(played, startSettings(location)));
  const ports = browserPorts(state);
  const config: Config = {
    version: packageJson.version,
    runtime: navigator.userAgent,
    protocols: { keepDays: 14, keepMegabytes: 256 },
    authority: null,
    graph: null,
    trustedHosts: [location.hostname],
    publicHosts: [location.hostname],
    publicUrl: location.origin,
    simulated: async (language) => ({ scenario: await playedSentence(state, language), panelUrl: '/simulated.html?page=/panel' }),
    setupCode: new Confidential(readSetupCode()),
    events: { keepDays: 400, keep: 1_000 },
  };
  if (localStorage.getItem(names.fresh) === null) await signInByItself({ ports, config }, location);
  forgetAddress();
  const backend = createBackend(ports, config);
  network.configure({ handlers: [http.all('/api/*', ({ request }) => backend.fetch(request))], onUnhandledFrame: 'bypass' });
  try {
    await network.enable();
  } catch (error) {
    throw new Error(cannot(), { cause: error });
  }
  // One tab polls and refreshes for all; when it is closed, another one goes on.
  void navigator.locks.request('postern-background', () => backend.run(new AbortController().signal));
}

function browserPorts(state: ReturnType<typeof browserState>): Ports {
  const microsoft = createMicrosoft(state, { pagesUrl: `${window.location.origin}/simulated.html?page=/` });
  const played = playedMicrosoft(state);
  return {
    store: createMemoryStore(browserState(names.store)),
    fetch: playFetch(microsoft, played),
    ...playMailPorts(played, clock),
    clock,
    random: { bytes: (count) => crypto.getRandomValues(new Uint8Array(count)) },
    secrets: browserSecrets(readKey()),
    sessions: {
      read() {
        const token = localStorage.getItem(names.session);
        return token === null ? null : new Confidential(token);
      },
      write: (_request, _headers, token) => (token === null ? localStorage.removeItem(names.session) : localStorage.setItem(names.session, token.reveal())),
      sourceOf: () => 'this browser',
      // Only this page's own requests reach its worker.
      isOwn: () => true,
    },
    log: { info: () => {}, warn: () => {}, error: () => {} },
    gzip: () => new CompressionStream('gzip'),
  };
}

// A reload must not set everything back once more.
function forgetAddress(): void {
  const url = new URL(window.location.href);
  for (const name of ['fresh', 'role', 'scenario', 'interval', 'latency']) url.searchParams.delete(name);
  window.history.replaceState(window.history.state, '', url);
}

function cannot(): string {
  return /^de\b/i.test(navigator.language)
    ? 'Der Probebetrieb braucht Service Worker und Speicher; dieses Fenster erlaubt sie nicht. Öffnen Sie ihn über https oder localhost, nicht in einem privaten Fenster.'
    : 'Mock mode needs service workers and storage, which this window does not allow. Open it by https or localhost, and not in a private window.';
}
