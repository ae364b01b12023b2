import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** The folder below `src` whose faults are planted, such as `engine/print`; `test/mutation.ts` sets it. */
const folder = process.env['MUTATED_FOLDER'] ?? '';

/** The mirrored tests of one folder, for runs in which its lines are broken one by one. */
export default defineConfig({
  test: {
    root: fileURLToPath(new URL('..', import.meta.url)),
    include: [`test/${folder}/**/*.test.ts`],
    // What plays years of history, or random markets, does so once for all its tests: every broken line is met by it.
    exclude: ['test/**/recorded-*.test.ts', 'test/**/*-invariants.test.ts'],
    isolate: false,
    restoreMocks: true,
    testTimeout: 20_000,
  },
});
