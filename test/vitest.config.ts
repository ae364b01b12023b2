import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { createClosingLineReporter } from '#test/support/process/closing-line-reporter.ts';

/** `--mode deep` runs every property ten times as often, and lets it. */
const deeper = (mode: string): number => (mode === 'deep' ? 10 : 1);

const common = (mode: string) => ({
  root: fileURLToPath(new URL('..', import.meta.url)),
  restoreMocks: true,
  sequence: { shuffle: true },
  setupFiles: ['test/support/process/property-runs.ts'],
  env: { PROPERTY_RUNS_TIMES: String(deeper(mode)) },
  testTimeout: 20_000 * deeper(mode),
  hookTimeout: 20_000 * deeper(mode),
});

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

export default defineConfig(({ mode }) => ({
  test: {
    // One fewer than there are cores unless told: on two cores that leaves one idle.
    maxWorkers: '100%',
    projects: [
      { test: { ...common(mode), name: 'pure', include: PURE, isolate: false } },
      {
        test: {
          ...common(mode),
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
}));
