import { defineConfig } from '@lingui/cli';
import { formatter } from '@lingui/format-po';

const page = 'src/pages/service-center/e-mail-forwarding';
// The parts of src/parts/later.tsx bring these along, and so does External Providers Config, which shows most of them at once. A file that is missing here only makes the first view heavier.
const later = [
  ...['sign-in-state', 'sign-in-outcome', 'sign-in-ended', 'signed-in', 'forwarding-offer', 'settings-summary', 'my-reports', 'settings-conflict', 'basic-fields', 'basic-guide', 'application-fields', 'advanced-fields', 'server-fields', 'sheet'].map((name) => `${page}/${name}.tsx`),
  ...['use-entra-details', 'use-exchange-details', 'outcome-words'].map((name) => `${page}/${name}.ts`),
  ...['check/check-result', 'check/check-tools', 'check/transcript-tools', 'check/repeat-notice', 'guide/step-view', 'guide/sheet-frame', 'guide/sheet-steps', 'frame/sign-in-again', 'frame/scenario-note'].map((name) => `src/parts/${name}.tsx`),
  ...['script', 'device-code-card', 'ladder', 'diagnosis-view', 'conflict', 'leave-question', 'secret-field', 'application-fields', 'client-secret-fields', 'same-application', 'cloud-field', 'offer', 'removed-secrets'].map((name) => `src/parts/${name}.tsx`),
  ...['guide/use-registration-details', 'use-differences', 'use-form-offer', 'use-paste-words', 'use-cloud-names', 'use-copy-words'].map((name) => `src/parts/${name}.ts`),
  'src/pages/service-center/diagnosis-logs/**',
  'src/pages/uc-suite/external-providers-config/**',
  'src/pages/uc-suite/contact-center/**',
  'src/pages/uc-suite/microsoft-applications/**',
  'src/pages/service-center/explain-an-error/**',
  'src/pages/service-center/event-log/**',
  'src/pages/backup-and-restore/**',
  'src/pages/check-everything/**',
  'src/pages/service-center/notices/**',
  'src/pages/service-center/network/**',
  'src/pages/administrators/**',
  'src/pages/account/**',
  'src/pages/change-password/**',
  ...['undo-notice', 'also-used', 'deleted-meanwhile', 'delete-with-undo', 'list-pages', 'list-search', 'frame/queue-tree', 'role-note', 'role-list', 'needs-expert', 'confirm-dialog', 'change-password'].map((name) => `src/parts/${name}.tsx`),
];
const door = ['src/pages/set-up/**', 'src/pages/sign-in/**', 'src/parts/frame/door.tsx'];
const frame = ['src/parts/frame/**', 'src/parts/later.tsx', 'src/parts/request-error.tsx', 'src/parts/health-mark.tsx', 'src/parts/owner-words.ts', 'src/parts/use-source-name.ts', 'src/parts/use-other-applications.ts'];
const home = ['src/pages/home/**'];

// A catalogue for what is there at once, one for the pages before the sign-in, one for Home, one for those behind it, one for what comes when it is needed.
export default defineConfig({
  sourceLocale: 'en',
  locales: ['en', 'de'],
  catalogs: [
    { path: 'src/messages/frame/{locale}', include: frame, exclude: [...door, ...later] },
    { path: 'src/messages/door/{locale}', include: door },
    { path: 'src/messages/home/{locale}', include: home },
    { path: 'src/messages/pages/{locale}', include: ['src/pages/**', 'src/parts/**'], exclude: [...door, ...frame, ...home, ...later] },
    { path: 'src/messages/later/{locale}', include: later },
  ],
  format: formatter({ lineNumbers: false, origins: false }),
});
