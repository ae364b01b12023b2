import type {
  BookFileReading,
  BookFileSource,
  BookFormat,
  FileFault,
  FileLot,
  IgnoredRow,
} from '#domain/book/book-file.ts';
import { ImportOutdated } from '#domain/book/book-file-problem.ts';
import type { BookOwner } from '#domain/book/book-record.ts';
import type { NewLot } from '#domain/book/lot-draft.ts';
import type { Session } from '#domain/market/session.ts';
import { usualLayer } from '#engine/book/draft-hedge.ts';
import { lastTradingDay, type LotTerms } from '#engine/book/lot-terms.ts';
import type { Attachments, GivenFile } from '#ports/attachments.ts';
import type { BookFiles } from '#ports/book-files.ts';
import type { Bound } from '#services/bind.ts';
import type { applyLots } from './add-lots.ts';
import { type BookDeps, termsNow } from './book-deps.ts';
import type { BookAnswer } from './change-book.ts';
import { checkFileLots } from './check-file-lots.ts';
import { partKnown } from './part-known.ts';
import type { proposals } from './proposals.ts';
import type { BookReport, readBook } from './read-book.ts';

/** What an import would do. Nothing of it is stored. */
export type ImportPreview = {
  readonly owner: BookOwner;
  readonly source: BookFileSource;
  /** Everything that is wrong, in the order of the file; as long as there is anything, nothing is added. */
  readonly faults: readonly FileFault[];
  /** Lots that the book does not hold. */
  readonly fresh: readonly NewLot[];
  /** Lots that it holds already, or that wait for a second steward; the days they were opened on may differ. */
  readonly known: readonly NewLot[];
  readonly ignored: readonly IgnoredRow[];
  readonly unknownColumns: readonly string[];
  /** Every lot, as `importLots` reads it again; absent where there is nothing to add. */
  readonly file?: Uint8Array;
  /** Revision of the book that it was held against. */
  readonly revision: number;
  readonly needsApproval: boolean;
  readonly today: Session;
  readonly watermark?: string;
};

/** Which lots of a previewed file are added: those that the book does not hold, or all the same those it holds. */
export type ImportChoice = {
  readonly which: 'fresh' | 'all';
  /** Revision that the preview was held against. */
  readonly revision: number;
};

export type BookExport = {
  readonly owner: BookOwner;
  readonly bytes: Uint8Array;
  readonly lots: number;
  readonly revision: number;
  readonly today: Session;
  readonly watermark?: string;
};

/** The book of a server or of one member, and its files. */
type FileDeps = Pick<BookDeps, 'calendar' | 'marketClock' | 'settings'> & {
  readonly attachments: Attachments;
  readonly bookFiles: BookFiles;
  readonly readBook: Bound<typeof readBook>;
  readonly proposals: Bound<typeof proposals>;
};

/** @throws FileTooLarge, FileUnreachable, UnreadableFile */
export async function previewImport(
  deps: FileDeps,
  owner: BookOwner,
  file: GivenFile,
  signal: AbortSignal,
): Promise<ImportPreview> {
  const { bookFiles, attachments } = deps;
  const { settings } = await deps.settings.read(owner.server);
  const terms = termsNow(deps, settings);
  const bytes = await attachments.fetch(file, bookFiles.largest, signal);
  const reading = withLayers(bookFiles.read(bytes, lastTradingDay(terms)), terms);
  const book = await deps.readBook(owner);
  const faults = reading.kind === 'faulty' ? reading.faults : checkFileLots(reading.lots, terms);
  const { fresh, known } = partKnown(lotsOf(reading), await heldLots(deps, book));
  const all = faults.length > 0 ? [] : lotsOf(reading).map(({ lot }) => lot);
  return {
    ...frameOf(book),
    source: reading.source,
    faults,
    fresh: fresh.map(({ lot }) => lot),
    known: known.map(({ lot }) => lot),
    ignored: reading.kind === 'read' ? reading.ignored : [],
    unknownColumns: reading.kind === 'read' ? reading.unknownColumns : [],
    ...(all.length > 0 && { file: bookFiles.write(all.map(numbered), 'csv') }),
    needsApproval: owner.member === undefined && settings['book.approvals'] > 0,
  };
}

/**
 * Adds what was previewed: all of it or nothing.
 *
 * @param previewed - `file`: the preview's own, which comes back with the message that carried it
 * @throws ImportOutdated if the book has changed and lots would be there twice, or all of them are there already;
 *   InvalidLots, FileUnreachable
 */
export async function importLots(
  deps: FileDeps & { readonly applyLots: Bound<typeof applyLots> },
  owner: BookOwner,
  { by, file, choice }: { readonly by: string; readonly file: GivenFile; readonly choice: ImportChoice },
  signal: AbortSignal,
): Promise<BookAnswer> {
  const { bookFiles, attachments } = deps;
  const { settings } = await deps.settings.read(owner.server);
  const bytes = await attachments.fetch(file, bookFiles.largest, signal);
  const reading = bookFiles.read(bytes, lastTradingDay(termsNow(deps, settings)));
  const book = await deps.readBook(owner);
  const { fresh } = partKnown(lotsOf(reading), await heldLots(deps, book));
  const chosen = choice.which === 'all' ? lotsOf(reading) : fresh;
  if (chosen.length === 0 || (choice.which === 'all' && book.revision !== choice.revision)) {
    throw new ImportOutdated();
  }
  return deps.applyLots(
    owner,
    by,
    chosen.map(({ lot }) => lot),
  );
}

/** The open lots of a book as a file. */
export async function exportBook(
  { bookFiles, readBook: read }: Pick<FileDeps, 'bookFiles' | 'readBook'>,
  owner: BookOwner,
  format: BookFormat,
): Promise<BookExport> {
  const book = await read(owner);
  const lots = book.lots.map(({ lot }) => lot);
  return { ...frameOf(book), bytes: bookFiles.write(lots, format), lots: lots.length };
}

type Frame = Pick<BookReport, 'owner' | 'revision' | 'today' | 'watermark'>;

function frameOf({ owner, revision, today, watermark }: BookReport): Frame {
  return { owner, revision, today, ...(watermark !== undefined && { watermark }) };
}

function lotsOf(reading: BookFileReading): readonly FileLot[] {
  return reading.kind === 'read' ? reading.lots : [];
}

/** A row's number stands for an id, so that equal rows stay apart. */
function numbered(lot: NewLot, index: number): NewLot & { readonly id: string } {
  return { ...lot, id: `row ${index + 1}` };
}

/** Open lots, and those that wait to become so. */
async function heldLots(
  { proposals: read }: Pick<FileDeps, 'proposals'>,
  { owner, lots }: Pick<BookReport, 'owner' | 'lots'>,
): Promise<readonly NewLot[]> {
  const { pending } = owner.member === undefined ? await read(owner.server) : { pending: [] };
  const waiting = pending.flatMap(({ changes }) =>
    changes.flatMap((change) => (change.kind === 'add' ? [change.lot] : [])),
  );
  return [...lots.map(({ lot }) => lot), ...waiting];
}

/** Brokers know no layers: a hedge of theirs gets the one that is usual for its days to expiry. */
function withLayers(reading: BookFileReading, terms: LotTerms): BookFileReading {
  if (reading.kind !== 'read' || reading.source === 'steward-csv' || reading.source === 'steward-json') {
    return reading;
  }
  return {
    ...reading,
    lots: reading.lots.map(({ lot, places }) => ({
      places,
      lot:
        lot.kind === 'hedge' && 'expiry' in lot
          ? { ...lot, layer: usualLayer(lot.openedOn, lot.expiry, terms) }
          : lot,
    })),
  };
}
