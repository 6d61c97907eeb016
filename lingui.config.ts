import { defineConfig } from '@lingui/cli';
import { formatter } from '@lingui/format-po';

const door = ['src/pages/set-up', 'src/pages/sign-in'];
const frame = ['src/parts/frame', 'src/parts/request-error.tsx', 'src/parts/health-mark.tsx'];

// A catalogue for what is there at once, one for the pages before the sign-in, one for those behind it.
export default defineConfig({
  sourceLocale: 'en',
  locales: ['en', 'de'],
  catalogs: [
    { path: 'src/messages/frame/{locale}', include: frame },
    { path: 'src/messages/door/{locale}', include: [...door, 'src/parts/field-error.ts'] },
    { path: 'src/messages/pages/{locale}', include: ['src/pages', 'src/parts'], exclude: [...door, ...frame].map((name) => (name.endsWith('.tsx') ? name : `${name}/**`)) },
  ],
  format: formatter({ lineNumbers: false, origins: false }),
});
