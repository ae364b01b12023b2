import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { createClosingLineReporter } from '#test/support/process/closing-line-reporter.ts';

const common = {
  root: fileURLToPath(new URL('..', import.meta.url)),
  restoreMocks: true,
  sequence: { shuffle: true },
  testTimeout: 20_000,
  hookTimeout: 20_000,
};

/** What is given everything that it works with, and keeps nothing: these files share a process, which saves a minute. */
const PURE = [
  'adapters',
  'calendar',
  'commands',
  'config',
  'discord',
  'domain',
  'engine',
  'jobs',
  'scheduler',
  'services',
].map((folder) => `test/${folder}/**/*.test.ts`);

export default defineConfig({
  test: {
    projects: [
      { test: { ...common, name: 'pure', include: PURE, isolate: false } },
      {
        test: {
          ...common,
          name: 'parts',
          include: ['test/**/*.test.ts'],
          exclude: ['test/slow/**', 'node_modules/**', ...PURE],
        },
      },
    ],
    reporters: ['default', createClosingLineReporter()],
    coverage: {
      provider: 'v8',
      include: ['src/**/*.ts', 'commands/**/*.ts', 'config/**/*.ts'],
      reporter: ['text', 'html'],
      reportsDirectory: 'coverage',
    },
  },
});
