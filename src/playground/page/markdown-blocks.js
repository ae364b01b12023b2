// @ts-check
/**
 * A block of Discord's markdown. Text keeps its line ends.
 *
 * @typedef {{ readonly kind: 'paragraph' | 'subtext', readonly text: string }
 *   | { readonly kind: 'heading', readonly level: number, readonly text: string }
 *   | { readonly kind: 'fence', readonly language: string, readonly text: string }
 *   | { readonly kind: 'quote', readonly blocks: readonly Block[] }
 *   | { readonly kind: 'list', readonly items: readonly ListItem[] }} Block
 *
 * @typedef {{ readonly depth: number, readonly marker: string, readonly text: string }} ListItem
 */

const FENCE = /```(?:([\w+#.-]+)\n)?\n*([^]*?)\n*```\n?/g;

/**
 * @param {string} source
 * @returns {readonly Block[]}
 */
export function parseBlocks(source) {
  /** @type {Block[]} */
  const blocks = [];
  let from = 0;
  for (const match of source.matchAll(FENCE)) {
    if (!match[2]) {
      continue;
    }
    blocks.push(...parseLines(source.slice(from, match.index)));
    blocks.push({ kind: 'fence', language: match[1] ?? '', text: match[2] });
    from = match.index + match[0].length;
  }
  blocks.push(...parseLines(source.slice(from)));
  return blocks;
}

/**
 * @param {string} source
 * @returns {readonly Block[]}
 */
function parseLines(source) {
  /** @type {Block[]} */
  const blocks = [];
  const lines = source.split('\n');
  let at = 0;
  while (at < lines.length) {
    const match = quoteAt(lines, at) ?? listAt(lines, at) ?? lineAt(lines, at) ?? paragraphAt(lines, at);
    if (match.block.kind !== 'paragraph' || match.block.text.trim() !== '') {
      blocks.push(match.block);
    }
    at = match.next;
  }
  return blocks;
}

/** @typedef {{ readonly block: Block, readonly next: number }} FoundBlock */

/** @type {(lines: readonly string[], at: number) => FoundBlock | undefined} */
function quoteAt(lines, at) {
  const first = lines[at] ?? '';
  if (first.startsWith('>>> ')) {
    const rest = [first.slice(4), ...lines.slice(at + 1)];
    return { block: { kind: 'quote', blocks: parseLines(rest.join('\n')) }, next: lines.length };
  }
  let next = at;
  while (isQuote(lines[next])) {
    next += 1;
  }
  if (next === at) {
    return undefined;
  }
  const inner = lines.slice(at, next).map((line) => line.slice(2));
  return { block: { kind: 'quote', blocks: parseLines(inner.join('\n')) }, next };
}

/** @type {(line: string | undefined) => boolean} */
function isQuote(line) {
  return line !== undefined && (line.startsWith('> ') || line === '>');
}

const ITEM = /^( *)([-*]|\d{1,9}\.) +(\S.*)$/;

/** @type {(lines: readonly string[], at: number) => FoundBlock | undefined} */
function listAt(lines, at) {
  /** @type {ListItem[]} */
  const items = [];
  let next = at;
  for (let match = ITEM.exec(lines[next] ?? ''); match; match = ITEM.exec(lines[next] ?? '')) {
    const [, indent = '', marker = '', text = ''] = match;
    items.push({ depth: Math.min(Math.floor(indent.length / 2), 5), marker, text });
    next += 1;
  }
  return items.length > 0 ? { block: { kind: 'list', items }, next } : undefined;
}

/** @type {(lines: readonly string[], at: number) => FoundBlock | undefined} */
function lineAt(lines, at) {
  const line = lines[at] ?? '';
  const [, hashes = '', title = ''] = /^(#{1,3}) +(\S.*)$/.exec(line) ?? [];
  if (title) {
    return { block: { kind: 'heading', level: hashes.length, text: title }, next: at + 1 };
  }
  const [, small = ''] = /^-# +(\S.*)$/.exec(line) ?? [];
  return small ? { block: { kind: 'subtext', text: small }, next: at + 1 } : undefined;
}

/** @type {(lines: readonly string[], at: number) => FoundBlock} */
function paragraphAt(lines, at) {
  let next = at + 1;
  while (next < lines.length && !startsBlock(lines[next] ?? '')) {
    next += 1;
  }
  return { block: { kind: 'paragraph', text: lines.slice(at, next).join('\n') }, next };
}

/** @type {(line: string) => boolean} */
function startsBlock(line) {
  return isQuote(line) || line.startsWith('>>> ') || /^(#{1,3}|-#) +\S/.test(line) || ITEM.test(line);
}
