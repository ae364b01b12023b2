import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';

const VITEST = join(dirname(createRequire(import.meta.url).resolve('vitest/package.json')), 'vitest.mjs');
const REPORTER = new URL('closing-line-reporter.ts', import.meta.url).href;

const CONFIG = `
import { createClosingLineReporter } from '${REPORTER}';
export default {
  test: { globals: true, include: ['*.test.js'], reporters: ['default', createClosingLineReporter()] },
};
`;

/** Runs vitest over these files by name; gives its exit code and the last two lines that it printed. */
async function closingOf(
  files: Readonly<Record<string, string>>,
): Promise<{ code: unknown; lines: string[] }> {
  const folder = await mkdtemp(join(tmpdir(), 'vega-closing-'));
  for (const [name, text] of Object.entries({ ...files, 'vitest.config.mjs': CONFIG })) {
    await writeFile(join(folder, name), text);
  }
  const { promise, resolve } = Promise.withResolvers<{ code: unknown; lines: string[] }>();
  execFile(process.execPath, [VITEST, 'run'], { cwd: folder }, (error, stdout) => {
    resolve({ code: error?.code ?? 0, lines: stdout.split('\n').slice(-2) });
  });
  const closing = await promise;
  await rm(folder, { recursive: true });
  return closing;
}

describe('the closing line', () => {
  it.concurrent('counts what passed and what was skipped or is still to do, and the run succeeds', async () => {
    const files = {
      'a.test.js': `it('a', () => {}); it('b', () => {}); it.skip('c', () => {}); it.todo('d');`,
      'b.test.js': `describe('in', () => { it('a', () => {}); }); describe.skip('out', () => { it('b', () => {}); });`,
    };
    expect(await closingOf(files)).toEqual({ code: 0, lines: ['3 passed, 0 failed, 3 skipped', ''] });
  });

  it.concurrent('counts a file that does not load as a failure beside the tests that failed', async () => {
    const files = {
      'a.test.js': `it('a', () => {}); it('b', () => { throw new Error('no'); });`,
      'b.test.js': `import './absent.js'; it('never', () => {});`,
    };
    expect(await closingOf(files)).toEqual({ code: 1, lines: ['1 passed, 2 failed, 0 skipped', ''] });
  });

  it.concurrent('counts a hook that throws and an error that nobody caught', async () => {
    const files = {
      'a.test.js': `describe('x', () => { beforeAll(() => { throw new Error('no'); }); it('kept from running', () => {}); });`,
      'b.test.js': `it('passes', () => { void Promise.reject(new Error('stray')); });`,
    };
    expect(await closingOf(files)).toEqual({ code: 1, lines: ['1 passed, 2 failed, 1 skipped', ''] });
  });
});
