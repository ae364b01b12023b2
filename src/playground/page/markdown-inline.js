// @ts-check
/**
 * A piece of a line of Discord's markdown.
 *
 * @typedef {{ readonly kind: 'text' | 'code' | 'emoji', readonly text: string }
 *   | { readonly kind: 'bold' | 'italic' | 'underline' | 'strike' | 'spoiler', readonly children: readonly Inline[] }
 *   | { readonly kind: 'link', readonly address: string, readonly children: readonly Inline[] }
 *   | { readonly kind: 'time', readonly seconds: number, readonly style: string }
 *   | { readonly kind: 'mention', readonly of: 'user' | 'role' | 'channel' | 'command' | 'everyone', readonly id: string }
 * } Inline
 *
 * @typedef {{ readonly piece: Inline, readonly end: number }} Found
 */

import { closingMark, codeAt } from './markdown-marks.js';

/** Deeper marks are shown as they were typed. */
const DEEPEST = 12;

/**
 * @param {string} source
 * @param {number} [depth]
 * @returns {readonly Inline[]}
 */
export function parseInline(source, depth = 0) {
  /** @type {Inline[]} */
  const pieces = [];
  let text = '';
  let at = 0;
  while (at < source.length) {
    const span = depth < DEEPEST ? findAt(source, at, depth) : undefined;
    if (span) {
      if (text) {
        pieces.push({ kind: 'text', text });
      }
      text = '';
      pieces.push(span.piece);
      at = span.end;
    } else {
      text += source.charAt(at);
      at += 1;
    }
  }
  if (text) {
    pieces.push({ kind: 'text', text });
  }
  return pieces;
}

/** @type {Readonly<Record<string, (source: string, at: number, depth: number) => Found | undefined>>} */
const READERS = {
  '\\': readEscape,
  '`': readCode,
  '<': readAngle,
  '[': readLink,
  h: readAddress,
  '@': readEveryone,
  '*': readMarked,
  _: readMarked,
  '~': readMarked,
  '|': readMarked,
};

/**
 * @param {string} source
 * @param {number} at
 * @param {number} depth
 */
function findAt(source, at, depth) {
  return READERS[source.charAt(at)]?.(source, at, depth);
}

/**
 * @param {RegExp} pattern sticky
 * @param {string} source
 * @param {number} at
 */
function match(pattern, source, at) {
  pattern.lastIndex = at;
  return pattern.exec(source);
}

/** @type {(source: string, at: number) => Found | undefined} */
function readEscape(source, at) {
  const next = source.charAt(at + 1);
  return /[!-/:-@[-`{-~]/.test(next) ? { piece: { kind: 'text', text: next }, end: at + 2 } : undefined;
}

/** @type {(source: string, at: number) => Found | undefined} */
function readCode(source, at) {
  const code = codeAt(source, at);
  return code && { piece: { kind: 'code', text: code.text }, end: code.end };
}

/** @type {readonly { pattern: RegExp, piece: (id: string, extra: string) => Inline }[]} */
const ANGLES = [
  {
    pattern: /<t:(-?\d{1,13})(?::([tTdDfFsSR]))?>/y,
    piece: (seconds, style) => ({ kind: 'time', seconds: Number(seconds), style: style || 'f' }),
  },
  { pattern: /<@!?(\d+)>/y, piece: (id) => ({ kind: 'mention', of: 'user', id }) },
  { pattern: /<@&(\d+)>/y, piece: (id) => ({ kind: 'mention', of: 'role', id }) },
  { pattern: /<#(\d+)>/y, piece: (id) => ({ kind: 'mention', of: 'channel', id }) },
  { pattern: /<\/([\p{L}\p{N}_\- ]+):\d+>/uy, piece: (id) => ({ kind: 'mention', of: 'command', id }) },
  { pattern: /<a?:(\w+):\d+>/y, piece: (name) => ({ kind: 'emoji', text: `:${name}:` }) },
  { pattern: /<(https?:\/\/[^\s<>]+)>/y, piece: (address) => linkTo(address, address) },
];

/** @type {(source: string, at: number) => Found | undefined} */
function readAngle(source, at) {
  for (const { pattern, piece } of ANGLES) {
    const matched = match(pattern, source, at);
    if (matched) {
      return { piece: piece(matched[1] ?? '', matched[2] ?? ''), end: at + matched[0].length };
    }
  }
  return undefined;
}

/** @type {(source: string, at: number, depth: number) => Found | undefined} */
function readLink(source, at, depth) {
  const matched = match(
    /\[((?:[^[\]\\]|\\.){1,500})\]\(\s*<?(https?:\/\/[^\s<>)]+)>?(?:\s+"[^"]*")?\s*\)/y,
    source,
    at,
  );
  if (!matched) {
    return undefined;
  }
  const [whole, label = '', address = ''] = matched;
  return {
    piece: { kind: 'link', address, children: parseInline(label, depth + 1) },
    end: at + whole.length,
  };
}

/** @type {(source: string, at: number) => Found | undefined} */
function readAddress(source, at) {
  if (/\w/.test(source.charAt(at - 1))) {
    return undefined;
  }
  const [whole] = match(/https?:\/\/[^\s<>]+[^\s<>.,:;"'\])*_|]/y, source, at) ?? [];
  return whole === undefined ? undefined : { piece: linkTo(whole, whole), end: at + whole.length };
}

/** @type {(source: string, at: number) => Found | undefined} */
function readEveryone(source, at) {
  const [whole] = match(/@(?:everyone|here)\b/y, source, at) ?? [];
  return whole === undefined
    ? undefined
    : { piece: { kind: 'mention', of: 'everyone', id: whole }, end: at + whole.length };
}

/** The marks that stand on both sides of what they change, longer ones first. */
const MARKS = /** @type {const} */ ([
  { mark: '**', kind: 'bold' },
  { mark: '*', kind: 'italic' },
  { mark: '__', kind: 'underline' },
  { mark: '_', kind: 'italic' },
  { mark: '~~', kind: 'strike' },
  { mark: '||', kind: 'spoiler' },
]);

/** @type {(source: string, at: number, depth: number) => Found | undefined} */
function readMarked(source, at, depth) {
  for (const { mark, kind } of MARKS) {
    if (!source.startsWith(mark, at)) {
      continue;
    }
    const start = at + mark.length;
    const end = closingMark(source, start, mark);
    if (end > start) {
      const children = parseInline(source.slice(start, end), depth + 1);
      return { piece: { kind, children }, end: end + mark.length };
    }
  }
  return undefined;
}

/**
 * @param {string} address
 * @param {string} label
 * @returns {Inline}
 */
function linkTo(address, label) {
  return { kind: 'link', address, children: [{ kind: 'text', text: label }] };
}
