import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const TEXT = readFileSync(`${ROOT}docs/glossary.md`, 'utf8');
const [TABLES = '', PLAIN = ''] = TEXT.split('## Plain words');

/** Every word of the first column, and the plain ones. */
const WORDS = new Set(
  [...TABLES.matchAll(/^\| ([^|]+)\|/gm), [PLAIN, PLAIN]].flatMap(([, terms = '']) =>
    terms.toLowerCase().split(/[^\p{L}\p{N}]+/u),
  ),
);

/** Types of the domain by the file that has them. Classes are failures, whose words are whole sentences. */
const TYPES = globSync('src/domain/**/*.ts', { cwd: ROOT }).flatMap((file) =>
  [...readFileSync(`${ROOT}${file}`, 'utf8').matchAll(/^export (?:type|interface) (\w+)/gm)].map(
    ([, name = '']) => ({ file, name }),
  ),
);

/** `HedgeNews` is news: the last word says what a thing is. */
function headOf(name: string): string {
  return (/[A-Z][a-z0-9]*$/.exec(name)?.[0] ?? name).toLowerCase();
}

function isKnown(word: string): boolean {
  return WORDS.has(word) || WORDS.has(word.replace(/s$/, ''));
}

describe('docs/glossary.md', () => {
  it('has the word that says what each type of the domain is', () => {
    expect(TYPES.length).toBeGreaterThan(200);
    expect(TYPES.filter(({ name }) => !isKnown(headOf(name)))).toEqual([]);
  });

  it('says a word once', () => {
    const terms = [...TABLES.matchAll(/^\| ([^|]+?) *\|/gm)].map(([, term]) => term);
    const once = terms.filter((term) => term !== 'word' && !/^-+$/.test(term ?? ''));
    expect(once).toEqual([...new Set(once)]);
  });
});
