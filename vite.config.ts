import fs from 'node:fs';
import { lingui } from '@lingui/vite-plugin';
import react from '@vitejs/plugin-react';
import { msw } from 'msw/vite';
import { defineConfig, type Plugin, type UserConfig } from 'vite';

/** Node's modules have no place in a browser: an error, where Vite would only warn. */
function noNodeModules(): Plugin {
  return {
    name: 'no-node-modules',
    enforce: 'pre',
    resolveId(id, importer) {
      if (id.startsWith('node:') && this.environment.config.consumer === 'client') throw new Error(`${importer} imports ${id}, which no browser has.`);
      return null;
    },
  };
}

/** Writes which modules went into the build, for the check of what must not. */
function listModules(file: string): Plugin {
  return {
    name: 'list-modules',
    generateBundle(_options, bundle) {
      const chunks = Object.values(bundle).flatMap((part) => (part.type === 'chunk' ? [part] : []));
      const list = chunks.map(({ fileName, isEntry, imports, modules }) => ({ fileName, isEntry, imports, modules: Object.keys(modules) }));
      fs.mkdirSync('dist', { recursive: true });
      fs.writeFileSync(file, JSON.stringify(list));
    },
  };
}

// The libraries that every page needs, and what of ours is around them; forms and dialogs come with the pages.
function isFrame(id: string): boolean {
  const isLibrary = /node_modules\/(?:react|react-dom|scheduler|react-router|@lingui|@tanstack)\//.test(id) && !/mutationObserver|useMutation/.test(id);
  const isOurs = /\/src\/(?:router|paths|api\/(?:request|query-client|session|session-gate|health|functions)|ui\/(?:button|notice|use-now|announcer)|parts\/(?:request-error|health-mark|later|lazy-resolver)|parts\/frame\/(?!door|sign-in|scenario-note)[\w-]+|messages\/language)\.tsx?$/.test(id);
  return isLibrary || isOurs || /\/contract\/(?:addresses|problem-names)\.ts$/.test(id);
}

function server(entry: string, name: string): UserConfig {
  return {
    publicDir: false,
    ssr: { noExternal: true, target: 'node' },
    build: {
      ssr: entry,
      outDir: 'dist/server',
      emptyOutDir: false,
      target: 'node24',
      minify: false,
      sourcemap: true,
      rolldownOptions: { output: { entryFileNames: `${name}.js`, codeSplitting: false } },
    },
  };
}

export default defineConfig(({ mode, command }): UserConfig => {
  if (mode === 'server') return server('server/node/main.ts', 'main');
  if (mode === 'admin') return server('server/node/admin.ts', 'admin');
  if (mode === 'sandbox') return server('mocks/sandbox.ts', 'sandbox');
  const mocked = mode === 'mock' || command === 'serve';
  return {
    define: { __MOCKS__: JSON.stringify(mocked) },
    plugins: [noNodeModules(), lingui({ macroTransform: true }), react(), ...(mocked ? [msw()] : []), listModules(`dist/${mode === 'mock' ? 'mock' : 'console'}-modules.json`)],
    // React has had it since version 18.
    resolve: { alias: { 'use-sync-external-store/shim/index.js': 'react', 'use-sync-external-store/shim': 'react' } },
    build: {
      outDir: mode === 'mock' ? 'dist/mock' : 'dist/console',
      manifest: mode !== 'mock',
      emptyOutDir: true,
      target: 'baseline-widely-available',
      // The server announces what a page consists of: console-files.ts.
      modulePreload: false,
      assetsInlineLimit: 0,
      rolldownOptions: {
        input: mode === 'mock' ? ['index.html', 'simulated.html'] : ['index.html'],
        // What every page needs stays in one piece: it packs better.
        output: { codeSplitting: { groups: [{ name: 'frame', test: isFrame }] } },
      },
    },
    preview: { port: 4173, strictPort: true },
  };
});
