import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { createClosingLineReporter } from '#test/support/process/closing-line-reporter.ts';

/** The suites that kill processes, drive a browser or wait for the clock: minutes, not seconds, and one at a time. */
export default defineConfig({
  test: {
    root: fileURLToPath(new URL('..', import.meta.url)),
    include: ['test/slow/**/*.test.ts'],
    reporters: ['default', createClosingLineReporter()],
    restoreMocks: true,
    fileParallelism: false,
    testTimeout: 300_000,
    hookTimeout: 120_000,
  },
});
