import { thresholds } from '#config/thresholds.ts';
import { LAYERS, SHELL, TOPICS } from '../../.oxlint.config.ts';

/** A part of a document that is made from the code: it stands between `<!-- name -->` and `<!-- /name -->`. */
export type GeneratedPart = { readonly file: string; readonly name: string; make(): string };

/** Every generated part, in the order of the documents. */
export const GENERATED: readonly GeneratedPart[] = [
  { file: 'docs/architecture.md', name: 'layers', make: layerPicture },
  { file: 'docs/architecture.md', name: 'packages', make: packageTable },
  { file: 'docs/architecture.md', name: 'shell', make: shellSentence },
  { file: 'docs/architecture.md', name: 'topics', make: topicPicture },
  { file: 'docs/method.md', name: 'settings', make: settingsTable },
];

/** A document with one of its generated parts made anew. @throws Error where it has no place for the part */
export function withPart(text: string, { file, name, make }: GeneratedPart): string {
  const [begin, end] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
  const [before, rest] = text.split(begin);
  const [, after] = rest?.split(end) ?? [];
  if (before === undefined || after === undefined) {
    throw new Error(`${file} has no place for the part "${name}".`);
  }
  return `${before}${begin}\n\n${make()}\n\n${end}${after}`;
}

/** Who may import whom, as a Mermaid flowchart: an arrow leads from the importer to what it sees. */
function layerPicture(): string {
  const arrows = Object.entries(LAYERS).flatMap(([folder, { sees }]) =>
    sees.map((seen) => `  ${nodeOf(folder)} --> ${nodeOf(seen)}`),
  );
  const nodes = Object.keys(LAYERS).map((folder) => `  ${nodeOf(folder)}["${folder}"]`);
  return ['```mermaid', 'flowchart TD', ...nodes, ...arrows, '```'].join('\n');
}

function shellSentence(): string {
  const folders = SHELL.flatMap((pattern) => {
    const [, parent = '', names = ''] = /^(.*)\{(.*)\}\/\*\*$/.exec(pattern) ?? [];
    return names === '' ? [pattern] : names.split(',').map((name) => `${parent}${name}`);
  });
  return `These may import everything, and nobody imports them: ${folders.map(code).join(', ')}.`;
}

/** Which topic of the services calls which. */
function topicPicture(): string {
  const arrows = Object.entries(TOPICS).flatMap(([topic, seen]) =>
    seen.map((other) => `  ${topic} --> ${other}`),
  );
  const nodes = Object.keys(TOPICS).map((topic) => `  ${topic}`);
  return ['```mermaid', 'flowchart TD', ...nodes, ...arrows, '```'].join('\n');
}

function nodeOf(folder: string): string {
  return folder.replaceAll(/\W/g, '_');
}

function packageTable(): string {
  const rows = Object.entries(LAYERS).map(([folder, { sees, knows }]) => [
    code(folder),
    sees.map(code).join(', ') || 'nothing',
    knows.map(code).join(', ') || '–',
  ]);
  return table(['folder', 'may import', 'packages that it may know'], rows);
}

function settingsTable(): string {
  const rows = thresholds.rules.map(({ key, usual, range, unit, meaning }) => [
    code(key),
    clipped(usual) || '–',
    range,
    unit || '–',
    meaning,
  ]);
  return table(['setting', 'default', 'takes', 'unit', 'meaning'], rows);
}

/** Longest default that a table shows whole, characters. */
const LONGEST = 40;

/** A list's first entries. */
function clipped(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, text.lastIndexOf(',', LONGEST))}, …` : text;
}

function code(text: string): string {
  return `\`${text}\``;
}

/** Markdown, its columns as wide as their widest cell: the form that the formatter leaves as it is. */
function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [head, ...rows].map((cells) => cells.map((cell) => cell.replaceAll('|', '\\|')));
  const widths = head.map((_, column) => Math.max(3, ...lines.map((cells) => cells[column]?.length ?? 0)));
  const padded = lines.map((cells) => cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)));
  const rule = widths.map((width) => '-'.repeat(width));
  return [padded[0] ?? [], rule, ...padded.slice(1)].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
