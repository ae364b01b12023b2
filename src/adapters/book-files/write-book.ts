import { stringify } from './stringify-table.ts';
import type { BookFormat } from '#domain/book/book-file.ts';
import type { Lot } from '#domain/book/lot.ts';
import { FIELDS } from './lot-fields.ts';
import { writeFields } from './write-fields.ts';
import { FORMAT, VERSION } from './own-json.ts';

/** Positions in our own format, as UTF-8. */
export function writeBook(lots: readonly Lot[], format: BookFormat): Uint8Array {
  const rows = lots.map(writeFields);
  const text =
    format === 'json'
      ? `${JSON.stringify({ format: FORMAT, version: VERSION, lots: rows }, undefined, 2)}\n`
      : stringify([FIELDS, ...rows.map((row) => FIELDS.map((field) => row[field] ?? ''))]);
  return new TextEncoder().encode(text);
}
