import path from 'node:path';
import tls from 'node:tls';
import packageJson from '../package.json' with { type: 'json' };
import { processState } from '../server/memory/shared-state.ts';
import { runUntilSignal } from '../server/node/run.ts';
import { startServer } from '../server/node/start.ts';
import { StartFailure } from '../server/node/start-failure.ts';
import { startSettings } from './browser/start-settings.ts';
import { listen, listenForAll } from './listeners.ts';
import { createPages, playedSentence } from './microsoft/pages.ts';
import type { PlayedSettings } from './microsoft/state.ts';

await runUntilSignal(async (say) => {
  const { env } = process;
  const settings = settingsOf(env);
  const state = processState();
  const pagesPort = Number(env['SANDBOX_PORT'] ?? (env['POSTERN_PORT'] === '0' ? 0 : 8090));
  const pages = await listen(createPages(state, { settings }).fetch, pagesPort).catch((error: Error) => {
    throw new StartFailure(`The played Microsoft cannot listen at port ${pagesPort} (${error.message}): name another one in SANDBOX_PORT.`);
  });
  const pagesUrl = `http://localhost:${pages.port}/`;
  const played = await listenForAll(state, settings, pagesUrl);
  tls.setDefaultCACertificates([...tls.getCACertificates('default'), played.authority]);

  const server = await startServer({
    env: { ...env, POSTERN_DATA: env['POSTERN_DATA'] || 'data-sandbox', POSTERN_TRUSTED_HOSTS: [env['POSTERN_TRUSTED_HOSTS'], 'localhost'].filter(Boolean).join(',') },
    version: packageJson.version,
    consoleFolder: path.join(import.meta.dirname, '../console'),
    say,
    simulated: async (language) => ({ scenario: await playedSentence(state, language, settings), panelUrl: `${pagesUrl}panel` }),
    publicAuthorities: [...tls.rootCertificates, played.authority],
    // Nothing leaves this machine.
    dial: played.dial,
  });
  say(`Panel       ${pagesUrl}panel`);
  say('Microsoft 365 is played on this machine: nothing leaves it, and no tenant is needed.');
  return {
    async close() {
      await server.close();
      await Promise.all([pages.close(), played.close()]);
    },
  };
});

function settingsOf(env: NodeJS.ProcessEnv): PlayedSettings {
  const asked = new URLSearchParams({ scenario: env['SANDBOX_SCENARIO'] ?? '', interval: env['SANDBOX_INTERVAL'] ?? '', latency: env['SANDBOX_LATENCY'] ?? '' });
  return startSettings({ search: asked.toString() });
}
