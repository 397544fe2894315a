import { defineConfig } from 'vitest/config';

/** Tests of a server that has been built, of editors and of the grammar. */
const elsewhere = ['test/editor/**', 'test/editors/**', 'test/built/**', 'test/grammar/**'];

/** One window at a time, and a person's patience. */
const inTheWindow = {
  pool: 'forks',
  fileParallelism: false,
  testTimeout: 120_000,
  hookTimeout: 180_000,
} as const;

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['test/**/*.test.ts'],
          exclude: [...elsewhere, '**/*.thorough.test.ts'],
          isolate: false,
        },
      },
      { test: { name: 'thorough', include: ['test/**/*.thorough.test.ts'], exclude: elsewhere, testTimeout: 30_000 } },
      { test: { name: 'scaling', include: ['test/bench/*.gate.ts'] } },
      { test: { name: 'grammar', include: ['test/grammar/**/*.test.ts'] } },
      { test: { name: 'built', include: ['test/built/**/*.test.ts'], testTimeout: 60_000, hookTimeout: 60_000 } },
      { test: { name: 'editors', include: ['test/editors/**/*.test.ts'], testTimeout: 90_000 } },
      { test: { name: 'editor', include: ['test/editor/walk/*.test.ts'], ...inTheWindow } },
      { test: { name: 'pictures', include: ['test/editor/walk/pictures/*.ts'], ...inTheWindow } },
    ],
  },
});
