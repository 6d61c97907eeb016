import { expect, test } from 'vitest';
import { checkHouse } from './house.mjs';

const check = (files) => checkHouse(Object.keys(files), (file) => files[file]);

test.each([
  ['contract/a.ts', "import { b } from '../server/b.ts';"],
  ['contract/a.ts', "import * as z from 'zod';"],
  ['server/app/a.ts', "import fs from 'node:fs';"],
  ['server/app/a.ts', "import { b } from '../node/b.ts';"],
  ['server/node/a.ts', "import { b } from '../../mocks/b.ts';"],
  ['src/parts/a.tsx', "import { b } from '../../server/app/b.ts';"],
  ['src/parts/a.tsx', "import { b } from '../pages/home/home.tsx';"],
  ['src/pages/home/a.tsx', "const b = await import('../../../mocks/browser.ts');"],
  ['src/pages/home/a.tsx', "import { b } from '../sign-in/b.tsx';"],
  ['src/ui/button.tsx', "import { b } from '../parts/b.tsx';"],
  ['src/ui/Button.tsx', 'export const a = 1;'],
  ['src/ui/button.tsx', 'export default 1;'],
  ['src/ui/index.ts', "export { a } from './a.ts';\nexport * from './b.ts';"],
  ['src/ui/long.ts', 'const a = 1;\n'.repeat(301)],
  ['src/styles/a.css', '@media print {\n  a {\n    color: red;\n  }\n'],
  ['server/app/a.ts', 'const text = secret.reveal();'],
  ['server/sealing.ts', 'export const sealed = 1;'],
  ['mocks/a.ts', 'const { reveal: text } = secret;'],
  ['e2e/a.spec.ts', 'test.' + "only('a', () => {});"],
  ['server/app/a.ts', '// @ts-' + 'ignore'],
])('%s with %s breaks a rule', (file, text) => {
  expect(check({ [file]: text })).toHaveLength(1);
});

test('what is allowed is allowed', () => {
  expect(
    check({
      'contract/a.ts': "import * as z from 'zod/mini';\nimport { b } from './b.ts';\nexport const a = b;",
      'server/app/a.ts': "import { Hono } from 'hono';\nimport type { Ports } from '../ports.ts';\nimport { b } from '../../contract/b.ts';\nexport const a = b;",
      'server/node/a.ts': "import fs from 'node:fs';\nimport { b } from '../app/b.ts';\nexport const a = b;",
      'server/sealing.ts': 'const text = secret.reveal();',
      'src/main.tsx': "const { startMocks } = await import('../mocks/browser.ts');",
      'mocks/a.ts': "import { b } from '../server/app/b.ts';\nexport const a = b;",
      'server/app/a.test.ts': "import { test } from 'vitest';\nimport fs from 'node:fs';\nimport { b } from '../node/b.ts';",
    }),
  ).toEqual([]);
});
