import { globSync, readFileSync } from 'node:fs';
import { basename, dirname, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { LAYERS } from '../.oxlint.config.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const FILES = globSync(['src/**/*.{ts,js}', 'commands/**/*.ts', 'config/**/*.ts'], { cwd: ROOT }).map(
  (file) => file.replaceAll(sep, '/'),
);
const SHELL = /^src\/(main\.ts|app\.ts|(wiring|cli)\/)/;
/** The clock itself, and the page, which runs in a browser and not below anything of ours. */
const CLOCK = /^src\/(adapters\/clock|playground\/page)\//;

/** Names that say nothing of what is inside. */
const EMPTY_NAMES = /(^|-)(utils?|helpers?|managers?|handlers?|common|misc)(-|$)|^(data|info)$/;

/** `file:line` of every line of code that matches; comments are not code. */
function linesThat(match: RegExp, files: readonly string[]): string[] {
  return files.flatMap((file) =>
    readFileSync(`${ROOT}${file}`, 'utf8')
      .split('\n')
      .flatMap((line, index) =>
        !/^\s*(\*|\/\/|\/\*)/.test(line) && match.test(line) ? [`${file}:${index + 1}`] : [],
      ),
  );
}

describe('the sources', () => {
  it('read no clock without being handed one: no `new Date()` below the shell', () => {
    const below = FILES.filter((file) => !SHELL.test(file) && !CLOCK.test(file));
    expect(linesThat(/(?<![\w.])Date\(\s*\)|\bnew Date(?!\()\b|\bglobalThis\.Date\b/, below)).toEqual([]);
  });

  it('keep no state in a module: no `let` outside of a function', () => {
    const modules = FILES.filter((file) => !file.startsWith('src/playground/page/'));
    expect(linesThat(/^(export )?(let|var) /, modules)).toEqual([]);
  });

  it('have names that say what is inside', () => {
    expect(FILES.filter((file) => EMPTY_NAMES.test(basename(file).replace(/\.\w+$/, '')))).toEqual([]);
  });

  it("have no folder inside a layer that bears a layer's name, which the layer rules could not tell apart", () => {
    const seen = Object.values(LAYERS).flatMap(({ sees }) => sees);
    const names = new Set(seen.map((folder) => basename(folder)));
    const nested = FILES.map((file) => dirname(file)).filter(
      (folder) => !(folder in LAYERS) && names.has(basename(folder)),
    );
    expect(nested).toEqual([]);
  });

  it('name as a source of theirs nothing that is not here: the method is docs/method.md#its-heading', () => {
    const named = FILES.flatMap((file) =>
      [...readFileSync(`${ROOT}${file}`, 'utf8').matchAll(/@see [^\n]*/g)].map(([see]) => `${file}: ${see}`),
    );
    expect(named.filter((see) => /\b(formulas|methodology)\b/.test(see))).toEqual([]);
  });
});
