import { z } from 'zod';
import type { BookFileReading, FileFault, FilePlace } from '#domain/book/book-file.ts';
import type { Session } from '#domain/market/session.ts';
import { FIELDS } from './lot-fields.ts';
import { readOwnRows } from './read-own-rows.ts';

/** Says whose file it is, and by which version of its rules it is written. */
export const FORMAT = 'vega-steward-book';
export const VERSION = 1;

const KNOWN: ReadonlySet<string> = new Set(FIELDS);
const Book = z.object({
  format: z.literal(FORMAT),
  version: z.literal(VERSION),
  lots: z.array(z.record(z.string(), z.unknown())),
});

/** Positions of our own JSON: the same fields as the table's, under `lots`. */
export function readOwnJson(text: string, openedOn: Session): BookFileReading {
  const source = 'steward-json';
  const value = parsed(text);
  if ('fault' in value) {
    return { kind: 'faulty', source, faults: [value] };
  }
  const book = Book.safeParse(value.json);
  if (!book.success) {
    return { kind: 'faulty', source, faults: book.error.issues.map(faultOf) };
  }
  const rows = book.data.lots.map((entry, index) => ({
    place: { in: 'entry', number: index + 1 } as const,
    fields: Object.fromEntries(
      Object.entries(entry).filter(([field, known]) => KNOWN.has(field) && known !== null),
    ),
  }));
  const unknown = book.data.lots.flatMap((entry) => Object.keys(entry).filter((field) => !KNOWN.has(field)));
  return readOwnRows({ source, rows, faults: [], unknownColumns: [...new Set(unknown)] }, openedOn);
}

function parsed(text: string): { readonly json: unknown } | FileFault {
  try {
    return { json: JSON.parse(text) };
  } catch (error) {
    const position = Number(/position (\d+)/.exec(String(error))?.[1] ?? text.length);
    const line = text.slice(0, position).split('\n').length;
    return { place: { in: 'line', number: line }, fault: { kind: 'no-json' } };
  }
}

function faultOf({ path }: z.core.$ZodIssue): FileFault {
  const [field, entry] = path;
  const place: FilePlace =
    typeof entry === 'number'
      ? { in: 'entry', number: entry + 1 }
      : { in: 'line', number: 1, column: String(field ?? FORMAT) };
  return { place, fault: { kind: 'no-value', expected: EXPECTED[String(field)] ?? 'a list' } };
}

const EXPECTED: Readonly<Record<string, string>> = {
  format: `"${FORMAT}"`,
  version: String(VERSION),
  lots: 'a list of positions',
};
