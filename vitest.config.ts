import { defineConfig } from 'vitest/config';

// One story at a time, after the rooms: each has a browser and a whole product to itself.
const story = {
  globalSetup: ['stories/product.setup.ts'],
  testTimeout: 120_000,
  fileParallelism: false,
  sequence: { groupOrder: 1 },
};

export default defineConfig({
  test: {
    globalSetup: ['src/platform/testing/server.ts', 'scripts/build-assets.mjs'],
    pool: 'forks',
    // Left to itself vitest takes one fewer than there are cores: one of two.
    maxWorkers: 2,
    testTimeout: 30_000,
    // The first one of a run builds the database that the others copy.
    hookTimeout: 240_000,
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
