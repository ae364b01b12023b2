import type { BookFileReading, CellFault, FileFault, FilePlace } from '#domain/book/book-file.ts';
import type { Session } from '#domain/market/session.ts';
import { FIELDS, NEEDED, NUMBERS } from './lot-fields.ts';
import { type OwnRow, readOwnRows } from './read-own-rows.ts';
import { readNumber } from './read-number.ts';
import type { Delimiter, Row, Table } from './split-cells.ts';

const KNOWN: ReadonlySet<string> = new Set(FIELDS);

/** Cells that a spreadsheet would run. @see https://owasp.org/www-community/attacks/CSV_Injection */
const FORMULA = /^[=@\t\r]|^[+-](?![\d.])/;

/** Whether the first row names our own columns. */
export function isOwnHeader(row: Row | undefined): boolean {
  return (row?.cells.filter((cell) => KNOWN.has(columnName(cell))).length ?? 0) >= NEEDED.length;
}

/** Positions of our own table: its first row names the columns, in any order. */
export function readOwnTable({ delimiter, rows }: Table, openedOn: Session): BookFileReading {
  const [header, ...body] = rows;
  const columns = header?.cells.map(columnName) ?? [];
  const inHeader = headerFaults(columns, header?.line ?? 1);
  if (inHeader.length > 0) {
    return { kind: 'faulty', source: 'steward-csv', faults: inHeader };
  }
  const read = body.map((row) => readRow(row, columns, delimiter));
  return readOwnRows(
    {
      source: 'steward-csv',
      rows: read.filter(({ faults }) => faults.length === 0),
      faults: read.flatMap(({ faults }) => faults),
      unknownColumns: (header?.cells ?? []).filter((cell) => cell !== '' && !KNOWN.has(columnName(cell))),
    },
    openedOn,
  );
}

function columnName(cell: string): string {
  return cell.toLowerCase().replaceAll(/[\s-]+/g, '_');
}

function headerFaults(columns: readonly string[], line: number): readonly FileFault[] {
  const missing = NEEDED.filter((column) => !columns.includes(column));
  const repeated = columns.filter((column, index) => KNOWN.has(column) && columns.indexOf(column) < index);
  const at = (column: string): FilePlace => ({ in: 'line', number: line, column });
  return [
    ...missing.map((column) => ({ place: at(column), fault: { kind: 'missing-column' } as const })),
    ...repeated.map((column) => ({ place: at(column), fault: { kind: 'repeated-column' } as const })),
  ];
}

function readRow(
  { line, cells }: Row,
  columns: readonly string[],
  delimiter: Delimiter,
): OwnRow & { readonly faults: readonly FileFault[] } {
  const place: FilePlace = { in: 'line', number: line };
  const faults: FileFault[] = [];
  const fields: Record<string, unknown> = {};
  if (cells.length > columns.length && cells.slice(columns.length).some((cell) => cell !== '')) {
    faults.push({ place, fault: { kind: 'too-many-cells', cells: cells.length, columns: columns.length } });
  }
  for (const [index, column] of columns.entries()) {
    const cell = cells[index] ?? '';
    if (KNOWN.has(column) && cell !== '') {
      const value = readCell(cell, column, delimiter);
      if (typeof value === 'object') {
        faults.push({ place: { ...place, column }, fault: value });
      } else {
        fields[column] = value;
      }
    }
  }
  return { place, fields, faults };
}

function readCell(cell: string, column: string, delimiter: Delimiter): string | number | CellFault {
  // A quote before a sign is how a spreadsheet is told that no formula follows.
  const typed = /^'[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell;
  if (typed === cell && FORMULA.test(cell)) {
    return { kind: 'formula', typed: cell };
  }
  if (NUMBERS.has(column)) {
    return readNumber(typed, delimiter);
  }
  return column === 'instrument' || column === 'settlement' ? typed.toUpperCase() : ofColumn(column, typed);
}

function ofColumn(column: string, typed: string): string {
  return column === 'id' || column === 'expiry' || column === 'opened_on' ? typed : typed.toLowerCase();
}
