import fs from 'node:fs';
import { generateMessageId } from '@lingui/message-utils/generateMessageId';
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

// Parts of what the frame consists of that this console does not use, and no bundler can see that: no piece has styles of its own to preload, no router is instrumented, no link of a page is fetched ahead, no list is endless.
const unused: Record<string, string> = {
  'vite/preload-helper.js': 'export const __vitePreload = (load) => load();',
  'react-router/dist/production/lib/router/instrumentation.js':
    'const none = () => undefined; export { none as consumeInstrumentationClientResultMetaReceiver, none as getRouteInstrumentationUpdates, none as instrumentClientSideRouter, none as instrumentHandler }; export const instrumentationResultMetaContext = undefined;',
  'react-router/dist/production/lib/dom/ssr/links.js': 'const none = () => []; export { none as getKeyedLinksForMatches, none as getKeyedPrefetchLinks, none as getModuleLinkHrefs, none as getNewMatchesForLinks, none as isPageLinkDescriptor, none as prefetchRouteCss, none as prefetchStyleLinks };',
  '@tanstack/query-core/build/modern/infiniteQueryBehavior.js': 'const none = () => undefined; export { none as infiniteQueryBehavior, none as hasNextPage, none as hasPreviousPage };',
};

// And functions of it that nothing here can come to: no form is sent through the router, nothing is fetched beside a page, no route is found later, has middleware or loads ahead, and no server has rendered anything.
const unusedFunctions: Record<string, readonly string[]> = {
  'react-router/dist/production/lib/router/router.js': [
    'handleAction', 'fetch', 'handleFetcherAction', 'handleFetcherLoader', 'discoverRoutes', 'patchRoutesImpl', 'runMiddlewarePipeline', 'callRouteMiddleware', 'convertFormDataToSearchParams', 'convertSearchParamsToFormData',
    'normalizeNavigateOptions: return { path }',
  ],
  'react-router/dist/production/lib/dom/lib.js': ['useSubmit', 'useFormAction', 'deserializeErrors', 'HistoryRouter'],
  'react-router/dist/production/lib/dom/ssr/components.js': ['PrefetchPageLinks', 'PrefetchPageLinksImpl', 'RSCPrefetchPageLinksImpl'],
  'react-router/dist/production/lib/errors.js': ['decodeRouteErrorResponseDigest'],
  'react-router/dist/production/lib/hooks.js': ['RSCErrorHandler', 'useNavigateUnstable'],
};

function withoutUnused(): Plugin {
  return {
    name: 'without-unused',
    apply: 'build',
    enforce: 'pre',
    load: (id) => Object.entries(unused).find(([file]) => id.endsWith(file))?.[1],
    transform: (code, id) => Object.entries(unusedFunctions).find(([file]) => id.endsWith(file))?.[1].reduce(withoutBody, code),
  };
}

// Whoever calls it nevertheless hears of it, unless a body follows its name. It ends where a brace stands as far to the left as it began.
function withoutBody(code: string, unusedFunction: string): string {
  const [name, body = 'throw Error("left out")'] = unusedFunction.split(': ');
  const declaration = new RegExp(`^(\\t*)((?:async )?function ${name}\\(.*\\) \\{)$[\\s\\S]*?^\\1\\}$`, 'm');
  if (!declaration.test(code)) throw new Error(`There is no function ${name} to be left out of the build.`);
  return code.replace(declaration, `$1$2 ${body} }`);
}

/** A text's name in the code is six letters of a hash, which no compression makes smaller: here two are enough. */
function shortTextNames(): Plugin {
  const files = fs.readdirSync('src/messages', { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('en.po'));
  const texts = files.flatMap((file) => [...fs.readFileSync(`src/messages/${file}`, 'utf8').matchAll(/^msgid ((?:".*"\n)+)/gm)].map(([, lines = '']) => lines.split('\n').filter(Boolean).map((line) => String(JSON.parse(line))).join('')));
  const names = new Map([...new Set(texts.map((text) => generateMessageId(text)))].sort().map((name, at) => [name, at.toString(36)]));
  return {
    name: 'short-text-names',
    apply: 'build',
    renderChunk: (code) => code.replace(/(["'`])([\w-]{6})(\\?["'`])/g, (all, open: string, name: string, close: string) => (names.has(name) ? `${open}${names.get(name)}${close}` : all)),
  };
}

// The libraries that every page needs, and what of ours is around them; forms and dialogs come with the pages.
function isFrame(id: string): boolean {
  const isLibrary = /node_modules\/(?:react|react-dom|scheduler|react-router|@lingui|@tanstack)\//.test(id) && !/mutationObserver|useMutation/.test(id);
  const isOurs = /\/src\/(?:router|paths|api\/(?:request|query-client|session|session-gate|health|functions)|ui\/(?:button|notice|use-now|announcer|time)|parts\/(?:request-error|health-mark|later|lazy-resolver|function-place|owner-words|use-source-name)|parts\/undo-offers|parts\/frame\/(?!door|sign-in|scenario-note|queue-tree)[\w-]+|messages\/language)\.tsx?$/.test(id);
  return isLibrary || isOurs || /\/contract\/(?:addresses|problem-names)\.ts$/.test(id);
}

// What a form's rules are made of: fetched at the first validation.
function isRule(id: string): boolean {
  return /node_modules\/(?:zod|@hookform|@standard-schema)\//.test(id) || /\/contract\/(?:fields|cloud|secrets|last-token|email-forwarding|external-providers|presence|directory|accounts|diagnosis|explained|functions|checks|contact-center|administrators|secret-source|notices|renewal)\.ts$|\/src\/(?:pages\/.*|parts\/change-password)-rules\.ts$/.test(id);
}

// What every page of a function shows at once: its form, its check, its guide.
function isForm(id: string): boolean {
  const isOurs = /\/src\/(?:parts\/(?:field-error|leave-guard|needs|use-may|is-gone|page-state|use-stored-form|use-paste-doctor|use-focus-on-error|use-after-submit|conflict-of|check\/(?:check-section|use-check-words)|guide\/guide-frame)|ui\/field|api\/(?!administrators|presence|directory|mailbox-checks|use-cancellable|contact-center|queue-tree|events|fetch-file|explanations|diagnosis-logs|read-zip|notices|renewals|network|backup|check-runs|check-run-items)[\w-]+)\.tsx?$/.test(id);
  return isOurs || /node_modules\/(?:react-hook-form|@tanstack)\//.test(id) || /\/contract\/(?:clouds|provider-place|scope|tenant-alias|password-length|roles|voicemail-languages|webhook-place)\.ts$/.test(id);
}

// What E-mail forwarding shows at once.
function isFirstOfPage(id: string): boolean {
  return /\/src\/(?:pages\/service-center\/e-mail-forwarding\/(?:e-mail-forwarding|settings-section|settings-fields|settings-values|oauth-fields|use-settings-form|use-field-names|sign-in-section|use-state-words|check-forwarding|steps|guide|guide-steps|use-step-titles)|parts\/time-left)\.tsx?$/.test(id);
}

// What External Providers Config shows: of its parts it needs those that come later elsewhere.
function isProviders(id: string): boolean {
  return /\/src\/(?:pages\/uc-suite\/external-providers-config\/(?!provider-rules)|ui\/tabs)[\w-]*\.tsx?$|\/contract\/(?:ews-retirement|powershell-ews|powershell-exchange-server)\.ts$/.test(id);
}

// What Contact Center shows.
function isContactCenter(id: string): boolean {
  return /\/src\/(?:pages\/uc-suite\/contact-center\/(?!.*-rules\.ts)|parts\/(?:also-used|deleted-meanwhile)|api\/contact-center)/.test(id);
}

// What several pages show that are no forms.
function isShared(id: string): boolean {
  return /\/src\/(?:ui\/(?:side-panel|switch-field|checkbox-field|use-debounced|shown-bytes)|parts\/(?:list-(?:pages|search)|change-password(?!-rules)|needs-expert)|api\/(?:use-cancellable|fetch-file))/.test(id);
}

// What Home shows.
function isHome(id: string): boolean {
  return /\/src\/(?:pages\/home\/|api\/check-runs)/.test(id);
}

// What Event Log shows.
function isEventLog(id: string): boolean {
  return /\/src\/(?:pages\/service-center\/event-log\/|api\/events)/.test(id);
}

// What Explain an error shows.
function isExplain(id: string): boolean {
  return /\/src\/(?:pages\/service-center\/explain-an-error\/(?!.*-rules\.ts)|api\/explanations)/.test(id);
}

// What Administrators and the own account show.
function isAdministrators(id: string): boolean {
  return /\/src\/(?:pages\/(?:administrators|account)\/(?!.*-rules\.ts)|parts\/(?:confirm-dialog|role-list)|api\/administrators)/.test(id);
}

// What Diagnosis Logs shows.
function isDiagnosisLogs(id: string): boolean {
  return /\/src\/(?:pages\/service-center\/diagnosis-logs\/|api\/(?:diagnosis-logs|read-zip))/.test(id);
}

// What Backup and Restore shows.
function isBackup(id: string): boolean {
  return /\/src\/(?:pages\/backup-and-restore\/(?!.*-rules\.ts)|api\/backup|ui\/file-field)|\/contract\/(?:passphrase-length|backup)\.ts$/.test(id);
}

// What Notices shows.
function isNotices(id: string): boolean {
  return /\/src\/(?:pages\/service-center\/notices\/(?!.*-rules\.ts)|api\/notices)/.test(id);
}

// What Microsoft applications shows.
function isMicrosoftApplications(id: string): boolean {
  return /\/src\/(?:pages\/uc-suite\/microsoft-applications\/(?!.*-rules\.ts)|api\/renewals)/.test(id);
}

// What Network shows.
function isNetwork(id: string): boolean {
  return /\/src\/(?:pages\/service-center\/network\/|api\/network)/.test(id);
}

// What is tried below the settings there.
function isTried(id: string): boolean {
  return /\/src\/(?:pages\/uc-suite\/external-providers-config\/(?:presence|mailboxes|search)\/|api\/(?:presence|directory|mailbox-checks))/.test(id);
}

// The pieces of src/parts/later.tsx and what they consist of: in one file, which packs better.
function isLater(id: string): boolean {
  if (/\/src\/pages\/service-center\/e-mail-forwarding\//.test(id)) return true;
  return /\/src\/(?:parts\/(?:frame\/(?:sign-in-again|scenario-note|queue-tree)|undo-notice|(?:paste-doctor|check|guide)\/.*|examine-form|paste-note|script|device-code-card|ladder|diagnosis-view|conflict|use-differences|leave-question|secret-field|client-secret-fields|same-application|cloud-field|use-other-applications|application-place|offer|role-note|role-names|removed-secrets|use-paste-words|use-cloud-names|use-copy-words)|ui\/(?:dialog|copy-button|download)|api\/queue-tree)\.tsx?$|\/contract\/(?:powershell|permissions|portal)\.ts$/.test(id);
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
      // What is needed later comes in files of its own. One character that is not in ASCII, and Node holds the whole program with two bytes for each.
      rolldownOptions: { output: { entryFileNames: `${name}.js`, chunkFileNames: `${name}-[name].js`, charset: 'ascii', comments: false } },
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
    plugins: [noNodeModules(), lingui({ macroTransform: true }), shortTextNames(), withoutUnused(), react(), ...(mocked ? [msw()] : []), listModules(`dist/${mode === 'mock' ? 'mock' : 'console'}-modules.json`)],
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
        output: {
          codeSplitting: {
            groups: [
              { name: 'frame', test: isFrame, priority: 3 },
              { name: 'forms', test: isForm, priority: 2 },
              { name: 'e-mail-forwarding', test: isFirstOfPage, priority: 2 },
              { name: 'rules', test: isRule, priority: 1 },
              { name: 'door', test: /\/src\/(?:pages\/(?:set-up|sign-in)|parts\/frame\/door)/ },
              { name: 'shared', test: isShared, priority: 1 },
              { name: 'later', test: isLater, priority: 1 },
              { name: 'contact-center', test: isContactCenter, priority: 1 },
              { name: 'external-providers-config', test: (id) => isProviders(id) || isTried(id) },
              // A piece takes along what nothing before it has: what others share, too.
              { name: 'home', test: isHome, priority: 1 },
              { name: 'check-everything', test: /\/src\/(?:pages\/check-everything\/|api\/check-run-items)/ },
              { name: 'event-log', test: isEventLog },
              { name: 'explain-an-error', test: isExplain },
              { name: 'backup-and-restore', test: isBackup },
              { name: 'diagnosis-logs', test: isDiagnosisLogs },
              { name: 'notices', test: isNotices },
              { name: 'microsoft-applications', test: isMicrosoftApplications },
              { name: 'network', test: isNetwork },
              { name: 'administrators', test: isAdministrators },
            ],
          },
        },
      },
    },
    preview: { port: 4173, strictPort: true },
  };
});
