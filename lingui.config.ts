import { defineConfig } from '@lingui/cli';
import { formatter } from '@lingui/format-po';

const page = 'src/pages/service-center/e-mail-forwarding';
// The parts of src/parts/later.tsx bring these along. A file that is missing here only makes the first view heavier.
const later = [
  ...['sign-in-state', 'sign-in-outcome', 'sign-in-ended', 'signed-in', 'offer', 'repeat-notice', 'check-result', 'check-tools', 'settings-summary', 'settings-conflict', 'basic-fields', 'basic-guide', 'application-fields', 'advanced-fields', 'server-fields'].map((name) => `${page}/${name}.tsx`),
  ...['script', 'device-code-card', 'ladder', 'diagnosis-view', 'conflict', 'leave-question', 'secret-field', 'frame/sign-in-again', 'frame/scenario-note'].map((name) => `src/parts/${name}.tsx`),
  ...['step-view.tsx', 'sheet.tsx', 'use-entra-details.ts', 'use-exchange-details.ts', 'outcome-words.ts'].map((name) => `${page}/${name}`),
  ...['use-paste-words', 'use-cloud-names', 'use-copy-words'].map((name) => `src/parts/${name}.ts`),
];
const door = ['src/pages/set-up/**', 'src/pages/sign-in/**', 'src/parts/frame/door.tsx'];
const frame = ['src/parts/frame/**', 'src/parts/later.tsx', 'src/parts/request-error.tsx', 'src/parts/health-mark.tsx'];

// A catalogue for what is there at once, one for the pages before the sign-in, one for those behind it, one for what comes when it is needed.
export default defineConfig({
  sourceLocale: 'en',
  locales: ['en', 'de'],
  catalogs: [
    { path: 'src/messages/frame/{locale}', include: frame, exclude: [...door, ...later] },
    { path: 'src/messages/door/{locale}', include: door },
    { path: 'src/messages/pages/{locale}', include: ['src/pages/**', 'src/parts/**'], exclude: [...door, ...frame, ...later] },
    { path: 'src/messages/later/{locale}', include: later },
  ],
  format: formatter({ lineNumbers: false, origins: false }),
});
