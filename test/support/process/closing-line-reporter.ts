import type { Reporter, TestModule } from 'vitest/node';

/** How a run of tests ended, in numbers. */
export type Tally = { readonly passed: number; readonly failed: number; readonly skipped: number };

/** `N passed, N failed, N skipped`. */
export function closingLine({ passed, failed, skipped }: Tally): string {
  return `${passed} passed, ${failed} failed, ${skipped} skipped`;
}

/**
 * Counts tests; what broke outside of a test (a file that did not load, a hook, an error that nobody caught)
 * counts as one failure each, and a test that never finished as failed.
 */
function tally(modules: readonly TestModule[], uncaught: number): Tally {
  const states = modules.flatMap((module) =>
    [...module.children.allTests()].map((test) => test.result().state),
  );
  const broken = modules
    .flatMap((module) => [module, ...module.children.allSuites()])
    .filter((suite) => suite.errors().length > 0);
  const count = (state: string): number => states.filter((found) => found === state).length;
  return {
    passed: count('passed'),
    failed: count('failed') + count('pending') + broken.length + uncaught,
    skipped: count('skipped'),
  };
}

/** Vitest reporter that makes the closing line, alone, the last line of the output. */
export function createClosingLineReporter(): Reporter {
  let line: string | undefined;
  return {
    onInit() {
      process.once('exit', () => {
        if (line !== undefined) {
          process.stdout.write(`${line}\n`);
        }
      });
    },
    onTestRunEnd(modules, uncaught) {
      line = closingLine(tally(modules, uncaught.length));
    },
  };
}
