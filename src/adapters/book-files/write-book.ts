import type { BookFormat } from '#domain/book/book-file.ts';
import type { Lot } from '#domain/book/lot.ts';
import { FIELDS } from './lot-fields.ts';
import { writeFields } from './write-fields.ts';
import { FORMAT, VERSION } from './own-json.ts';

/** Signs with which a spreadsheet begins to run a cell. @see https://owasp.org/www-community/attacks/CSV_Injection */
const FORMULA = /^[=+\-@\t\r]/;
const QUOTED = /[",;\r\n\t]|^\s|\s$/;

/** Cells as a table by RFC 4180; none of them begins as a formula does. */
function stringify(rows: readonly (readonly (string | number)[])[]): string {
  return rows.map((cells) => `${cells.map((cell) => written(String(cell))).join(',')}\r\n`).join('');
}

function written(cell: string): string {
  const safe = FORMULA.test(cell) ? `'${cell}` : cell;
  return QUOTED.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Positions in our own format, as UTF-8. */
export function writeBook(lots: readonly Lot[], format: BookFormat): Uint8Array {
  const rows = lots.map(writeFields);
  const text =
    format === 'json'
      ? `${JSON.stringify({ format: FORMAT, version: VERSION, lots: rows }, undefined, 2)}\n`
      : stringify([FIELDS, ...rows.map((row) => FIELDS.map((field) => row[field] ?? ''))]);
  return new TextEncoder().encode(text);
}
