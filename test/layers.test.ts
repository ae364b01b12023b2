import { execFile } from 'node:child_process';
import { copyFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { LAYERS, TOPICS } from '../.oxlint.config.ts';

const CONFIG = '.oxlint.config.ts';
const OXLINT = join(dirname(createRequire(import.meta.url).resolve('oxlint/package.json')), 'bin/oxlint');

const FOLDERS = Object.keys(LAYERS);
const PACKAGES = [...new Set(Object.values(LAYERS).flatMap(({ knows }) => knows))].filter(
  (name) => !name.startsWith('node:'),
);
const MODULES = ['node:crypto', 'node:fs', 'node:fs/promises', 'node:worker_threads'];
const SHELL = ['src/main.ts', 'src/assemble-steward.ts', 'src/cli/start.ts', 'src/wiring/start.ts'];
const LAYER_TARGETS = FOLDERS.map((folder) => `${folder}/target.ts`);
const TARGETS = [
  ...LAYER_TARGETS,
  ...SHELL,

  'src/elsewhere/target.ts',
  'test/support/target.ts',
];

/** Files of the planted tree by path; each holds one import a line. */
const planted = new Map<string, string[]>();
/** Every plant that the lint has to report, as `file: specifier`. */
const forbidden: string[] = [];

function plant(file: string, specifier: string, isAllowed: boolean): void {
  planted.set(file, [...(planted.get(file) ?? []), specifier]);
  if (!isAllowed) {
    forbidden.push(`${file}: ${specifier}`);
  }
}

/** How a file names a target: by its alias; the page, which a browser reads, by the way to it. */
function nameOf(file: string, target: string): string {
  if (!file.startsWith('src/playground/page/')) {
    return `#${target.replace(/^src\//, '')}`;
  }
  const path = relative(dirname(file), target);
  return path.startsWith('.') ? path : `./${path}`;
}

function knows(folder: string, name: string): boolean {
  const known = LAYERS[folder]?.knows ?? [];
  return (
    known.some((one) => name === one || name.startsWith(`${one}/`)) ||
    (name.startsWith('node:') && known.includes('node:'))
  );
}

function isSeen(folder: string, target: string): boolean {
  const own = `${folder}/target.ts`;
  // The page runs in a browser, which reads no TypeScript, not even its own folder's.
  const readable = folder === 'src/playground/page' ? [] : [own];
  const seen = (LAYERS[folder]?.sees ?? []).map((one) => (one.endsWith('.ts') ? one : `${one}/target.ts`));
  return [...readable, ...seen].includes(target);
}

function plantFolder(folder: string): void {
  for (const file of [`${folder}/plants.ts`, `${folder}/nested/plants.ts`]) {
    for (const target of TARGETS) {
      plant(file, nameOf(file, target), isSeen(folder, target));
    }
    for (const name of [...PACKAGES, ...MODULES]) {
      plant(file, name, knows(folder, name));
    }
    for (const name of PACKAGES) {
      plant(file, `${name}/sub/path.js`, knows(folder, name));
      plant(file, `${name}-lookalike`, false);
    }
    for (const name of ['unlisted', '@scope/unlisted', 'fs', 'node:process']) {
      plant(file, name, false);
    }
    plant(file, './own.js', true);
    plant(file, './deeper/own.js', true);
  }
  const isPage = folder === 'src/playground/page';
  plant(`${folder}/nested/plants.ts`, '../own.js', isPage);
  plant(`${folder}/nested/plants.ts`, '../../domain/target.ts', false);
}

/** One import of each kind that a topic of the services may or may not write. */
function plantTopic(topic: string): void {
  const seen = TOPICS[topic] ?? [];
  const below = (LAYERS['src/services']?.sees ?? []).map((layer) => `${layer}/target.ts`);
  for (const file of [`src/services/${topic}/plants.ts`, `src/services/${topic}/nested/plants.ts`]) {
    for (const other of Object.keys(TOPICS)) {
      plant(file, `#services/${other}/index.ts`, other === topic || seen.includes(other));
      plant(file, `#services/${other}/act.ts`, other === topic);
      plant(file, `#services/${other}`, false);
    }
    plant(file, '#services/bind.ts', true);
    plant(file, '#services/index.ts', false);
    plant(file, '../neighbour/act.ts', false);
    for (const target of LAYER_TARGETS) {
      plant(file, nameOf(file, target), below.includes(target));
    }
    for (const name of [...PACKAGES, ...MODULES]) {
      plant(file, name, false);
    }
    plant(file, './own.js', true);
  }
}

function plantAll(): void {
  FOLDERS.forEach(plantFolder);
  Object.keys(TOPICS).forEach(plantTopic);
  for (const file of [...SHELL, 'test/engine/some.test.ts']) {
    for (const specifier of [
      ...LAYER_TARGETS.map((target) => nameOf(file, target)),
      ...PACKAGES,
      ...MODULES,
    ]) {
      plant(file, specifier, true);
    }
  }
}

const Report = z.object({
  diagnostics: z.array(
    z.object({
      code: z.string(),
      filename: z.string(),
      labels: z.array(z.object({ span: z.object({ line: z.int() }) })),
    }),
  ),
});

const tree = await mkdtemp(join(tmpdir(), 'vega-layers-'));
let report: z.output<typeof Report>['diagnostics'] = [];

async function put(file: string, text: string): Promise<void> {
  await mkdir(dirname(join(tree, file)), { recursive: true });
  await writeFile(join(tree, file), text);
}

async function lint(): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  execFile(
    process.execPath,
    [OXLINT, '-c', CONFIG, '-f', 'json'],
    { cwd: tree, maxBuffer: 64 * 1024 * 1024 },
    (error, stdout, stderr) => (stdout === '' ? reject(error ?? new Error(stderr)) : resolve(stdout)),
  );
  return promise;
}

function reportedBy(rule: string): string[] {
  return report
    .filter(({ code }) => code === rule)
    .map(
      ({ filename, labels: [label] }) =>
        `${filename}: ${planted.get(filename)?.[(label?.span.line ?? 0) - 1]}`,
    )
    .toSorted();
}

const FORMS = [
  "import type { A } from '#services/a.ts';",
  "export { B } from '#services/a.ts';",
  "export type { C } from '#services/a.ts';",
  "export * from '#services/a.ts';",
  "export * as d from '#services/a.ts';",
  "import '#services/a.ts';",
  "export const e = import('#services/a.ts');",
];

beforeAll(async () => {
  plantAll();
  for (const target of TARGETS) {
    await put(target, 'export const target = 1;\n');
  }
  for (const [file, specifiers] of planted) {
    const lines = specifiers.map((specifier, i) => `import { target as a${i} } from '${specifier}';`);
    await put(file, `${lines.join('\n')}\n`);
  }
  planted.set('src/engine/forms.ts', FORMS);
  await put('src/engine/forms.ts', FORMS.join('\n'));
  for (const [file, other] of [
    ['first', 'second'],
    ['second', 'third'],
    ['third', 'first'],
  ]) {
    planted.set(`src/engine/${file}.ts`, [`./${other}.ts`]);
    await put(
      `src/engine/${file}.ts`,
      `import type { ${other} } from './${other}.ts';\nexport type ${file} = ${other};\n`,
    );
  }
  await copyFile(new URL('../package.json', import.meta.url), join(tree, 'package.json'));
  await copyFile(new URL(`../${CONFIG}`, import.meta.url), join(tree, CONFIG));
  report = Report.parse(JSON.parse(await lint())).diagnostics;
});

afterAll(() => rm(tree, { recursive: true }));

describe('the layer table', () => {
  it('refuses every import that the table does not allow, and no other', () => {
    const found = reportedBy('eslint(no-restricted-imports)').filter(
      (name) => !name.startsWith('src/engine/forms.ts'),
    );
    expect(forbidden.length).toBeGreaterThan(FOLDERS.length ** 2);
    expect(found).toEqual(forbidden.toSorted());
  });

  it('refuses an import in every form that it can be written in', () => {
    const found = reportedBy('eslint(no-restricted-imports)').filter((name) =>
      name.startsWith('src/engine/forms.ts'),
    );
    expect(found).toEqual(FORMS.map((form) => `src/engine/forms.ts: ${form}`).toSorted());
  });

  it('refuses circles, even of types alone', () => {
    expect(reportedBy('import(no-cycle)')).toEqual([
      'src/engine/first.ts: ./second.ts',
      'src/engine/second.ts: ./third.ts',
      'src/engine/third.ts: ./first.ts',
    ]);
  });

  it.each(['src/domain', 'src/calendar', 'src/engine', 'src/ports'])(
    'lets %s import no Node module',
    (folder) => {
      expect(MODULES.filter((name) => knows(folder, name))).toEqual([]);
    },
  );

  it.each(FOLDERS)('lets nothing that %s may import import it back', (folder) => {
    for (const seen of LAYERS[folder]?.sees ?? []) {
      expect(LAYERS[seen]?.sees ?? []).not.toContain(folder);
    }
  });
});

describe('the table of topics', () => {
  it('names the ten topics', () => {
    expect(Object.keys(TOPICS).toSorted()).toEqual(
      'book checklist delivery health hedge history market releases settings signal'.split(' '),
    );
  });

  it.each(Object.keys(TOPICS))('has no way from %s back to itself', (topic) => {
    const reached = new Set<string>();
    const follow = (each: string): void => {
      for (const next of TOPICS[each] ?? []) {
        if (!reached.has(next)) {
          reached.add(next);
          follow(next);
        }
      }
    };
    follow(topic);
    expect(reached).not.toContain(topic);
  });
});
