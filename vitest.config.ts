import { lingui } from '@lingui/vite-plugin';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  plugins: [lingui({ macroTransform: true })],
  define: { __MOCKS__: 'false' },
  test: {
    include: ['{contract,server,mocks,src,scripts}/**/*.test.{ts,tsx,mjs}'],
    environment: 'node',
  },
});
