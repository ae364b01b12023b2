import { canonicalJson } from '#domain/canonical-json.ts';
import type {
  BookFileReading,
  BookFileSource,
  FileFault,
  FileLot,
  FilePlace,
} from '#domain/book/book-file.ts';
import type { Session } from '#domain/market/session.ts';
import { readFields } from './read-fields.ts';

/** One row of our own format, its cells already read. */
export type OwnRow = { readonly place: FilePlace; readonly fields: Readonly<Record<string, unknown>> };

type OwnFile = {
  readonly source: BookFileSource;
  readonly rows: readonly OwnRow[];
  readonly faults: readonly FileFault[];
  readonly unknownColumns: readonly string[];
};

/** Positions of rows in our own format; a row that stands there twice is taken once. */
export function readOwnRows(
  { source, rows, faults, unknownColumns }: OwnFile,
  openedOn: Session,
): BookFileReading {
  const seen = new Map<string, OwnRow>();
  const lots: FileLot[] = [];
  const ignored: Extract<BookFileReading, { kind: 'read' }>['ignored'][number][] = [];
  const wrong = [...faults];
  for (const row of rows) {
    const { fields, place } = row;
    const earlier = seen.get(keyOf(fields));
    seen.set(keyOf(fields), earlier ?? row);
    const lot = readFields(fields, place, openedOn);
    if (!('quantity' in lot)) {
      wrong.push(...lot);
    } else if (earlier && canonicalJson(earlier.fields) === canonicalJson(fields)) {
      ignored.push({ place, what: wordsOf(fields), why: 'repeated' });
    } else if (earlier) {
      const fault = {
        kind: 'repeated-id',
        typed: String(fields['id']),
        first: earlier.place.number,
      } as const;
      wrong.push({ place: { ...place, column: 'id' }, fault });
    } else {
      lots.push({ lot, places: [place] });
    }
  }
  return wrong.length > 0
    ? { kind: 'faulty', source, faults: wrong.toSorted((a, b) => a.place.number - b.place.number) }
    : { kind: 'read', source, lots, ignored, unknownColumns };
}

/** A row is the same as another that has its id, or, without one, everything else of it. */
function keyOf(fields: OwnRow['fields']): string {
  const { id } = fields;
  return typeof id === 'string' ? `id ${id}` : canonicalJson(fields);
}

function wordsOf(fields: OwnRow['fields']): string {
  return Object.values(fields).map(String).join(' ');
}
