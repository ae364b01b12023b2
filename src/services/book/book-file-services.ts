import type { BookFileSource, BookFormat, FileFault, IgnoredRow } from '#domain/book/book-file.ts';
import type { BookOwner } from '#domain/book/book-record.ts';
import type { NewLot } from '#domain/book/lot-change.ts';
import type { Session } from '#domain/market/session.ts';
import type { GivenFile } from '#ports/attachments.ts';
import type { BookAnswer } from './book-services.ts';

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

/** The book of a server or of one member as files. */
export type BookFileServices = {
  /** @throws FileTooLarge, FileUnreachable, UnreadableFile */
  previewImport(owner: BookOwner, file: GivenFile, signal: AbortSignal): Promise<ImportPreview>;
  /**
   * Adds what was previewed: all of it or nothing.
   *
   * @param file - the preview's own, which comes back with the message that carried it
   * @throws ImportOutdated if the book has changed and lots would be there twice, or all of them are there already;
   *   InvalidLots, FileUnreachable
   */
  importLots(
    owner: BookOwner,
    by: string,
    previewed: { readonly file: GivenFile; readonly choice: ImportChoice },
    signal: AbortSignal,
  ): Promise<BookAnswer>;
  exportBook(owner: BookOwner, format: BookFormat): Promise<BookExport>;
};
