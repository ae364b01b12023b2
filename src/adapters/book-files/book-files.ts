import type { BookFileReading } from '#domain/book/book-file.ts';
import { FileTooLarge, UnreadableFile } from '#domain/book/book-file-problem.ts';
import type { Session } from '#domain/market/session.ts';
import type { BookFiles } from '#ports/book-files.ts';
import { decodeText } from './decode-text.ts';
import { isActivityStatement, readActivityStatement } from './interactive-brokers.ts';
import { readOwnJson } from './own-json.ts';
import { isOwnHeader, readOwnTable } from './own-table.ts';
import { splitCells, type Table } from './split-cells.ts';
import { isPositionStatement, readPositionStatement } from './thinkorswim.ts';
import { writeBook } from './write-book.ts';

/** 1 MiB, in bytes: about ten thousand positions. */
const LARGEST = 1024 ** 2;

/** Lots of one file, so that the table of them is no larger than what is read. */
const MOST_LOTS = 5_000;

/** Rows of a broker's statement, which lists trades beside what is held. */
const MOST_ROWS = 20_000;

/** Names of columns, and characters of each, that are quoted where no table is recognised. */
const QUOTED = 8;
const LONGEST_NAME = 30;

/** Positions as files: our own CSV and JSON, and what thinkorswim and Interactive Brokers export. */
export function createBookFiles(): BookFiles {
  return {
    largest: LARGEST,
    read(bytes, openedOn) {
      if (bytes.length > LARGEST) {
        throw new FileTooLarge(LARGEST);
      }
      const text = decodeText(bytes);
      const reading = /^\s*[[{]/.test(text) ? readOwnJson(text, openedOn) : readTable(text, openedOn);
      if (reading.kind === 'read' && reading.lots.length > MOST_LOTS) {
        throw new UnreadableFile('too-many');
      }
      return reading;
    },
    write: writeBook,
  };
}

function readTable(text: string, openedOn: Session): BookFileReading {
  const table = splitCells(text);
  if ('fault' in table) {
    return { kind: 'faulty', source: 'steward-csv', faults: [table] };
  }
  const isOwn = isOwnHeader(table.rows[0]);
  // Looked at before the rows are, so that a hostile file keeps nobody waiting.
  if (table.rows.length > (isOwn ? MOST_LOTS + 1 : MOST_ROWS)) {
    throw new UnreadableFile('too-many');
  }
  const reader = isOwn ? readOwnTable : brokerOf(table);
  if (!reader) {
    const firstCells = table.rows[0]?.cells.filter((cell) => cell !== '') ?? [];
    throw new UnreadableFile(
      'unknown-table',
      firstCells.slice(0, QUOTED).map((cell) => cell.slice(0, LONGEST_NAME)),
    );
  }
  return reader(table, openedOn);
}

function brokerOf(table: Table): ((table: Table, openedOn: Session) => BookFileReading) | undefined {
  if (isActivityStatement(table)) {
    return readActivityStatement;
  }
  return isPositionStatement(table) ? readPositionStatement : undefined;
}
