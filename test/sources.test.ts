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

/** Words that name nothing as a local or a parameter: a value is named for what it is. */
const EMPTY_LOCAL =
  /\b(?:const|let|function) (?:found|kept|asked|given)\b|\((?:found|kept|asked|given)\??[:,)]|, (?:found|kept|asked|given)\??: (?:[A-Z]|readonly |string|number|unknown)/;
/** There `asked` is the method's own word: p is asked, q is filled. */
const ASKED_AND_FILLED = /^src\/engine\/plan\//;
/** What people read: a sentence in brackets may begin with any word. */
const TEXTS = /^src\/discord\/texts\//;

/** Named otherwise than for their one export, each with its reason. */
const NAMED_OTHERWISE: Readonly<Record<string, string>> = {
  'commands/thresholds/import.ts': 'a file of a command is named for the sub-command that people type',
  'commands/book/export.ts': 'the same',
  'commands/book/import.ts': 'the same',
  'src/discord/texts/en/book/files.ts': 'texts are named for their place below their topic',
  'src/discord/texts/en/hedge/commands.ts': 'the same',
  'src/playground/interactions/use.ts': 'its types are what it is read for',
};

/** Names that a file exports: its values, and its types. */
function exportsOf(file: string): { readonly values: readonly string[]; readonly types: readonly string[] } {
  const text = readFileSync(`${ROOT}${file}`, 'utf8');
  const names = (pattern: RegExp): string[] => [...text.matchAll(pattern)].map(([, name = '']) => name);
  return {
    values: names(/^export (?:async )?(?:const|function\*?|class) (\w+)/gm),
    types: names(/^export (?:type|interface) (\w+)/gm),
  };
}

/** A factory may stand in a file of what it makes: `createWallClock` in wall-clock.ts. */
function isNamedFor(file: string, name: string): boolean {
  const letters = (text: string): string => text.replaceAll(/[-_]/g, '').toLowerCase();
  const own = letters(basename(file).replace(/\.\w+$/, ''));
  return own === letters(name) || `create${own}` === letters(name);
}

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

  it('name no local and no parameter found, kept, asked or given', () => {
    const files = FILES.filter((file) => !ASKED_AND_FILLED.test(file) && !TEXTS.test(file));
    expect(linesThat(EMPTY_LOCAL, files)).toEqual([]);
  });

  it('are named for their export, where there is one', () => {
    const modules = FILES.filter((file) => file.endsWith('.ts') && basename(file) !== 'index.ts');
    const others = modules.filter((file) => {
      const { values, types } = exportsOf(file);
      return values.length === 1 && ![...values, ...types].some((name) => isNamedFor(file, name));
    });
    expect(others.toSorted()).toEqual(Object.keys(NAMED_OTHERWISE).toSorted());
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
