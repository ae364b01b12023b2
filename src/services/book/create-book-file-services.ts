import type { BookFileReading, FileLot } from '#domain/book/book-file.ts';
import { ImportOutdated } from '#domain/book/book-file-problem.ts';
import type { BookOwner } from '#domain/book/book-record.ts';
import type { NewLot } from '#domain/book/lot-change.ts';
import { usualLayer } from '#engine/book/draft-hedge.ts';
import { lastTradingDay, type LotTerms } from '#engine/book/lot-terms.ts';
import type { Attachments } from '#ports/attachments.ts';
import type { BookFiles } from '#ports/book-files.ts';
import { type BookParts, termsNow } from './book-parts.ts';
import type { BookFileServices } from './book-file-services.ts';
import type { BookReport, BookServices } from './book-services.ts';
import { checkFileLots } from './check-file-lots.ts';
import { partKnown } from './known-lots.ts';

export type BookFileParts = BookParts & {
  readonly attachments: Attachments;
  readonly bookFiles: BookFiles;
  readonly book: Pick<BookServices, 'readBook' | 'applyLots' | 'proposals'>;
};

/** Everything that people may ask of the book as files. */
export function createBookFileServices(parts: BookFileParts): BookFileServices {
  return {
    previewImport: createPreviewImport(parts),
    importLots: createImportLots(parts),
    exportBook: createExportBook(parts),
  };
}

function createPreviewImport(parts: BookFileParts): BookFileServices['previewImport'] {
  const { bookFiles, attachments, settings: store, book } = parts;
  return async (owner, file, signal) => {
    const { settings } = await store.read(owner.server);
    const terms = termsNow(parts, settings);
    const bytes = await attachments.fetch(file, bookFiles.largest, signal);
    const reading = withLayers(bookFiles.read(bytes, lastTradingDay(terms)), terms);
    const account = await book.readBook(owner);
    const faults = reading.kind === 'faulty' ? reading.faults : checkFileLots(reading.lots, terms);
    const { fresh, known } = partKnown(lotsOf(reading), await heldLots(parts, account));
    const all = faults.length > 0 ? [] : lotsOf(reading).map(({ lot }) => lot);
    return {
      ...frameOf(account),
      source: reading.source,
      faults,
      fresh: fresh.map(({ lot }) => lot),
      known: known.map(({ lot }) => lot),
      ignored: reading.kind === 'read' ? reading.ignored : [],
      unknownColumns: reading.kind === 'read' ? reading.unknownColumns : [],
      ...(all.length > 0 && { file: bookFiles.write(all.map(numbered), 'csv') }),
      needsApproval: owner.member === undefined && settings['book.approvals'] > 0,
    };
  };
}

function createImportLots(parts: BookFileParts): BookFileServices['importLots'] {
  const { bookFiles, attachments, book } = parts;
  return async (owner, by, { file, choice }, signal) => {
    const { settings } = await parts.settings.read(owner.server);
    const bytes = await attachments.fetch(file, bookFiles.largest, signal);
    const reading = bookFiles.read(bytes, lastTradingDay(termsNow(parts, settings)));
    const account = await book.readBook(owner);
    const { fresh } = partKnown(lotsOf(reading), await heldLots(parts, account));
    const chosen = choice.which === 'all' ? lotsOf(reading) : fresh;
    if (chosen.length === 0 || (choice.which === 'all' && account.revision !== choice.revision)) {
      throw new ImportOutdated();
    }
    return book.applyLots(
      owner,
      by,
      chosen.map(({ lot }) => lot),
    );
  };
}

function createExportBook({ bookFiles, book }: BookFileParts): BookFileServices['exportBook'] {
  return async (owner, format) => {
    const account = await book.readBook(owner);
    const lots = account.lots.map(({ lot }) => lot);
    return { ...frameOf(account), bytes: bookFiles.write(lots, format), lots: lots.length };
  };
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
  { book }: BookFileParts,
  { owner, lots }: { readonly owner: BookOwner } & Pick<BookReport, 'lots'>,
): Promise<readonly NewLot[]> {
  const { pending } = owner.member === undefined ? await book.proposals(owner.server) : { pending: [] };
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
