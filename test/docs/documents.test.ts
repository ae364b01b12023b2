import { glob, readFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { GENERATED, withPart } from './generated.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

async function filesOf(pattern: string): Promise<readonly string[]> {
  const files: string[] = [];
  for await (const file of glob(pattern, { cwd: ROOT, exclude: ['node_modules/**'] })) {
    files.push(file);
  }
  return files.toSorted();
}

const read = (file: string): Promise<string> => readFile(join(ROOT, file), 'utf8');

const DOCUMENTS = [...(await filesOf('*.md')), ...(await filesOf('{docs,.github}/**/*.md'))];

/** Anchors of a document as GitHub names them. */
function anchorsOf(text: string): readonly string[] {
  return [...text.matchAll(/^#{1,6} (.+)$/gm)].map(([, heading = '']) =>
    heading
      .trim()
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}\s-]/gu, '')
      .replaceAll(/\s/g, '-'),
  );
}

/** Whether there is such a file and, where an anchor is named, such a heading in it. */
async function isThere(target: string): Promise<boolean> {
  const [file = '', anchor] = target.split('#');
  if (!existsSync(join(ROOT, file))) {
    return false;
  }
  return anchor === undefined || anchorsOf(await read(file)).includes(anchor);
}

async function missing(targets: readonly string[]): Promise<readonly string[]> {
  const there = await Promise.all(targets.map(isThere));
  return targets.filter((_, place) => there[place] === false);
}

describe('the documents', () => {
  it.each(GENERATED)('have in $file the $name that the code makes now (npm run docs)', async (part) => {
    const text = await read(part.file);
    const flat = (document: string): string => document.replaceAll(/[ -]+/g, ' ');
    expect(flat(text)).toBe(flat(withPart(text, part)));
  });

  it.each(DOCUMENTS)('name in %s only files that are there', async (document) => {
    const text = await read(document);
    const named = [...text.matchAll(/`((?:src|commands|config|test|docs|\.github|\.ci)\/[\w./-]+)`/g)];
    expect(await missing(named.map(([, path = '']) => path))).toEqual([]);
  });

  it.each(DOCUMENTS)('link in %s only to what is there', async (document) => {
    const text = await read(document);
    const links = [...text.matchAll(/\]\(([^)\s]+)\)/g)]
      .map(([, target = '']) => target)
      .filter((target) => !/^[a-z]+:/.test(target));
    const paths = links.map((target) =>
      target.startsWith('#') ? `${document}${target}` : normalize(join(dirname(document), target)),
    );
    expect(await missing(paths)).toEqual([]);
  });
});

describe('a source that code names', async () => {
  const files = await filesOf('{src,commands,config}/**/*.{ts,js}');
  const sources = (await Promise.all(files.map(read))).flatMap((text, place) =>
    [...text.matchAll(/@see ([^\n*]+)/g)].map(([, source = '']) => ({ file: files[place], source })),
  );

  it('is found: an address, a citation, or a heading of the documents', async () => {
    const targets = sources.flatMap(({ source }) =>
      [...source.matchAll(/(?<![\w./-])docs\/[\w./#-]*[\w#-]/g)].flat(),
    );
    expect(targets.length).toBeGreaterThan(10);
    expect(await missing(targets)).toEqual([]);
  });
});
