import type { BookFileReading, BookFormat } from '#domain/book/book-file.ts';
import type { Lot } from '#domain/book/lot.ts';
import type { Session } from '#domain/market/session.ts';

/** Positions as files: our own tables, and what brokers export. */
export interface BookFiles {
  /** Bytes that are read at most. */
  readonly largest: number;
  /**
   * Reads positions, or every fault of the file; whether they can be held is not looked at.
   *
   * @param openedOn - the day that positions get of which the file says none
   * @throws UnreadableFile if it is no table of positions at all, FileTooLarge
   */
  read(bytes: Uint8Array, openedOn: Session): BookFileReading;
  /** Reading them again gives the same positions. No cell begins as a formula does. */
  write(lots: readonly Lot[], format: BookFormat): Uint8Array;
}
