import { lingui } from '@lingui/vite-plugin';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  plugins: [lingui({ macroTransform: true })],
  define: { __MOCKS__: 'false' },
  test: {
    include: ['{contract,server,mocks,src,scripts}/**/*.test.{ts,tsx,mjs}'],
    exclude: process.env['TEST_DATABASE_URL'] ? [] : ['**/*.postgres.test.ts'],
    environment: 'node',
    // One a core: left to itself it keeps one core free.
    maxWorkers: '100%',
  },
});
