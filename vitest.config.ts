import { defineConfig } from 'vitest/config';

const story = { globalSetup: ['stories/product.setup.ts'], testTimeout: 120_000, fileParallelism: false };

export default defineConfig({
  test: {
    globalSetup: ['src/platform/testing/server.ts', 'scripts/build-assets.mjs'],
    pool: 'forks',
    testTimeout: 30_000,
    hookTimeout: 120_000,
    projects: [
      { extends: true, test: { name: 'rooms', include: ['src/**/*.test.{ts,tsx}', 'scripts/**/*.test.ts'] } },
      { extends: true, test: { ...story, name: 'stories', include: ['stories/**/*.test.{ts,tsx}'] } },
      // No tests: what scripts/screenshots.mjs runs.
      ...(process.env.TUNTAS_PICTURES
        ? [{ extends: true as const, test: { ...story, name: 'pictures', include: ['stories/**/*.pictures.ts'] } }]
        : []),
    ],
  },
});
