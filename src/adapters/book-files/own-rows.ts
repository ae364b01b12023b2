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
export type OwnRow = { readonly place: FilePlace; readonly given: Readonly<Record<string, unknown>> };

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
    const { given, place } = row;
    const earlier = seen.get(keyOf(given));
    seen.set(keyOf(given), earlier ?? row);
    const lot = readFields(given, place, openedOn);
    if (!('quantity' in lot)) {
      wrong.push(...lot);
    } else if (earlier && canonicalJson(earlier.given) === canonicalJson(given)) {
      ignored.push({ place, what: wordsOf(given), why: 'repeated' });
    } else if (earlier) {
      const fault = { kind: 'repeated-id', typed: String(given['id']), first: earlier.place.number } as const;
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
function keyOf(given: OwnRow['given']): string {
  const { id } = given;
  return typeof id === 'string' ? `id ${id}` : canonicalJson(given);
}

function wordsOf(given: OwnRow['given']): string {
  return Object.values(given).map(String).join(' ');
}
