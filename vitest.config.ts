import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    globalSetup: ['src/platform/testing/server.ts', 'scripts/build-assets.mjs'],
    pool: 'forks',
    testTimeout: 30_000,
    hookTimeout: 120_000,
    projects: [
      { extends: true, test: { name: 'rooms', include: ['src/**/*.test.{ts,tsx}', 'scripts/**/*.test.ts'] } },
      {
        extends: true,
        test: {
          name: 'stories',
          include: ['stories/**/*.test.{ts,tsx}'],
          globalSetup: ['stories/product.setup.ts'],
          testTimeout: 120_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
