import path from 'node:path';

const mostLines = 300;
const code = /\.(?:ts|tsx|mjs|css)$/;
const tests = /\.test\.|^e2e\//;
const data = /^mocks\/scenarios\/|^contract\/explanations\//;

// What each room may import of the others. A package is any import that is not relative.
const rooms = [
  { room: /^contract\//, may: [/^contract\//], packages: /^zod\/mini$/ },
  { room: /^src\/ui\//, may: [/^src\/ui\//], packages: /^(?!node:)/ },
  { room: /^src\/parts\//, may: [/^src\/(?!pages\/)/, /^contract\//], packages: /^(?!node:)/ },
  { room: /^src\/(?:api|messages)\//, may: [/^src\/(?:api|messages)\//, /^src\/[^/]+$/, /^contract\//], packages: /^(?!node:)/ },
  { room: /^src\//, may: [/^src\//, /^contract\//], packages: /^(?!node:)/ },
  { room: /^server\/(?:app|memory)\/|^server\/[^/]+$/, may: [/^server\/(?:app|memory)\//, /^server\/[^/]+$/, /^contract\//], packages: /^(?!node:)/ },
  { room: /^server\//, may: [/^server\//, /^contract\//, /^package\.json$/], packages: /./ },
  { room: /^mocks\//, may: [/^mocks\//, /^server\//, /^contract\//, /^package\.json$/], packages: /./ },
  { room: /^e2e\//, may: [/^e2e\//, /^src\/paths\.ts$/, /^contract\//, /^mocks\/scenarios\//], packages: /./ },
];

// Where a secret leaves its wrapping: it is sent, sealed, hashed or read there.
const revealing = [
  'server/hide-secrets.ts',
  'server/sealing.ts',
  'server/setup-code.ts',
  'server/pop3-session.ts',
  'server/node/smtp.ts',
  'server/node/secrets.ts',
  'server/node/session-cookie.ts',
  'server/node/start.ts',
  'server/node/admin/commands.ts',
  'server/app/ids.ts',
  'server/app/accounts/backup.ts',
  'server/app/backup/sealing.ts',
  'server/app/notices/backup.ts',
  'server/app/notices/sign.ts',
  'server/app/secrets/bound-secret.ts',
  'server/app/sign-in/oauth.ts',
  'server/app/sign-in/id-token.ts',
  'server/app/external-providers/exchange/request.ts',
  'mocks/browser.ts',
  'mocks/browser/secrets.ts',
  'mocks/browser/sign-in.ts',
  'mocks/browser/storage.ts',
  'mocks/mail/port-smtp.ts',
  'scripts/bench/check-cost.mjs',
];
const reveals = /\.reveal\b|\breveal:|['"]reveal['"]/;
const revealsInTests = /\.test\.ts$|^server\/contracts\/|\/testing\.ts$|^scripts\/house/;

const forbidden = [
  [/\.\.\/shared\b/, 'names a folder outside the project'],
  [/(?<![\w.])\/(?:work|farm|root)\/[a-z.]/, 'names a path of one machine'],
  [/registry\.npmjs|"resolved":/, 'names a registry'],
  [/\b(?:test|it|describe)\.(?:skip|only|fixme)\b|waitForTimeout/, 'holds a test that is skipped, alone, or sleeps'],
  [/@ts-(?:ignore|expect-error|nocheck)|(?:oxlint|eslint|biome)-(?:disable|ignore)/, 'switches a rule off'],
];

/** The broken rules, a sentence each; `files` are paths below the project, `read` answers a file's text. */
export function checkHouse(files, read) {
  const problems = [];
  for (const file of files) {
    if (/\.(?:png|ico|webp)$/.test(file)) continue;
    const text = read(file);
    if (!file.startsWith('scripts/house')) for (const [pattern, what] of forbidden) if (pattern.test(text)) problems.push(`${file} ${what}.`);
    if (reveals.test(text) !== revealing.includes(file) && !revealsInTests.test(file)) problems.push(`${file} ${reveals.test(text) ? 'reveals a secret and is none of those that may' : 'reveals no secret, and need not be one of those that may'}.`);
    if (code.test(file)) problems.push(...checkCode(file, text));
  }
  return problems;
}

function checkCode(file, text) {
  const problems = [];
  const lines = text.split('\n').length - 1;
  if (lines > mostLines && !tests.test(file) && !data.test(file)) problems.push(`${file} has ${lines} lines; ${mostLines} is the most.`);
  if (path.basename(file) !== path.basename(file).toLowerCase()) problems.push(`${file} is not named in kebab-case.`);
  // Browsers pass over what they cannot read: a page would only look wrong.
  if (file.endsWith('.css') && text.split('{').length !== text.split('}').length) problems.push(`${file} has a brace that is not closed, or one too many.`);
  if (/^export default\b/m.test(text) && !file.endsWith('.config.ts')) problems.push(`${file} has a default export.`);
  const statements = text.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '').split(/;\s*\n|\n(?=export|import)/).map((part) => part.trim()).filter((part) => part !== '');
  if (statements.length > 0 && statements.every((part) => /^export\s[\s\S]*\sfrom\s/.test(part))) problems.push(`${file} only hands on what other files export.`);
  return [...problems, ...checkImports(file, text)];
}

function checkImports(file, text) {
  const rule = rooms.find(({ room }) => room.test(file));
  if (!rule) return [];
  return importsOf(text).flatMap((name) => {
    if (!name.startsWith('.')) return rule.packages.test(name) || isTestTool(file, name) ? [] : [`${file} imports ${name}.`];
    const target = path.posix.normalize(path.posix.join(path.posix.dirname(file), name)).replace(/\?.*$/, '');
    if (file === 'src/main.tsx' && target === 'mocks/browser.ts') return [];
    if (!rule.may.some((pattern) => pattern.test(target)) && !(tests.test(file) && /^(?:server|contract|mocks)\//.test(target))) return [`${file} imports ${target}.`];
    return isOtherPage(file, target) ? [`${file} imports ${target}: pages do not import each other.`] : [];
  });
}

function importsOf(text) {
  return [...text.matchAll(/(?:^|\n)\s*(?:import|export)\s(?:[^'";]*?\sfrom\s)?\s*['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]/g)].map(([, a, b]) => a ?? b);
}

function isTestTool(file, name) {
  return tests.test(file) && (name === 'vitest' || name.startsWith('node:'));
}

// A page is the folder that holds it; folders above it are the menu's.
function isOtherPage(file, target) {
  const from = /^src\/pages\/.+\//.exec(file)?.[0];
  const to = /^src\/pages\/.+\//.exec(target)?.[0];
  return from !== undefined && to !== undefined && !from.startsWith(to) && !to.startsWith(from);
}
