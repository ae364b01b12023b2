import { UnreadableFile } from '#domain/book/book-file-problem.ts';

/** How files of other kinds begin, in hexadecimal. */
const MAGIC: readonly (readonly [string, UnreadableFile['why']])[] = [
  ['504b0304', 'compressed'],
  ['504b0506', 'compressed'],
  ['504b0708', 'compressed'],
  ['1f8b', 'compressed'],
  ['526172211a07', 'compressed'],
  ['377abcaf271c', 'compressed'],
  ['d0cf11e0a1b11ae1', 'spreadsheet'],
  ['25504446', 'binary'],
  ['89504e47', 'binary'],
  ['fffe', 'utf-16'],
  ['feff', 'utf-16'],
];

/** Names that a ZIP holds when it is a workbook of Excel's or of LibreOffice's. */
const WORKBOOK = /\[Content_Types\]\.xml|xl\/|application\/vnd\.oasis\.opendocument\.spreadsheet/;

/** Characters that no table has. */
const CONTROL = /(?![\t\n\r\u0080-\u009f])\p{Cc}/u;

/** Bytes at the beginning that tell what a file is. */
const HEAD = 4_096;

/**
 * The text of a file, without a byte order mark.
 *
 * @throws UnreadableFile if it is no text in UTF-8
 */
export function decodeText(bytes: Uint8Array): string {
  const head = Buffer.from(bytes.subarray(0, HEAD));
  const text = decoded(bytes);
  const why = otherKind(head) ?? unreadable(head, text);
  if (text === undefined || why !== undefined) {
    throw new UnreadableFile(why ?? 'encoding');
  }
  return text;
}

/** What the first bytes say that it is, if it is no text. */
function otherKind(head: Buffer): UnreadableFile['why'] | undefined {
  const kind = MAGIC.find(([magic]) => head.toString('hex').startsWith(magic))?.[1];
  return kind === 'compressed' && WORKBOOK.test(head.toString('latin1')) ? 'spreadsheet' : kind;
}

function unreadable(head: Buffer, text: string | undefined): UnreadableFile['why'] | undefined {
  if (head.includes(0)) {
    return looksLikeUtf16(head) ? 'utf-16' : 'binary';
  }
  if (CONTROL.test(text ?? head.toString('latin1'))) {
    return 'binary';
  }
  return text?.trim() === '' ? 'empty' : undefined;
}

function decoded(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** Latin letters in UTF-16 have a zero in every other place. */
function looksLikeUtf16(head: Buffer): boolean {
  const zeros = [...head].map((byte, index) => (byte === 0 ? index % 2 : -1));
  const even = zeros.filter((parity) => parity === 0).length;
  const odd = zeros.filter((parity) => parity === 1).length;
  return Math.max(even, odd) > head.length / 4 && Math.min(even, odd) === 0;
}
