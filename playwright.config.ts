import { defineConfig } from '@playwright/test';
import { mockAddress, mockPort } from './e2e/mock-address.ts';

const executablePath = process.env['POSTERN_TEST_BROWSER'];
// Chromium's own background traffic has nothing to do in a test; as root it has no sandbox.
const args = ['--disable-background-networking', '--disable-component-update', '--disable-sync', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])];

export default defineConfig({
  testDir: 'e2e',
  testMatch: '*.spec.ts',
  outputDir: 'test-results/artifacts',
  fullyParallel: true,
  // More than cores: much of a scenario is waiting.
  workers: 3,
  retries: 0,
  forbidOnly: true,
  timeout: 45_000,
  expect: { timeout: 10_000 },
  reporter: [['line'], ['json', { outputFile: 'test-results/e2e.json' }]],
  use: {
    launchOptions: { args, ...(executablePath && { executablePath }) },
    locale: 'en-GB',
    // Takes a twelfth of the time; for one that fails ask for it: --trace=on.
    trace: 'off',
    serviceWorkers: 'allow',
  },
  projects: [
    { name: 'mocks', testIgnore: '*.backend.spec.ts' },
    { name: 'backend', testIgnore: '*.mocks.spec.ts' },
    // The journey once on the other database, where there is one.
    ...(process.env['TEST_DATABASE_URL'] ? [{ name: 'postgres', testMatch: 'main-job.spec.ts', grep: /a mail goes out/ }] : []),
  ],
  webServer: {
    command: `npx vite preview --mode mock --outDir dist/mock --port ${mockPort}`,
    url: mockAddress,
    reuseExistingServer: false,
  },
});
