import { CsvError, parse } from 'csv-parse/sync';
import { z } from 'zod';
import type { FileFault } from '#domain/book/book-file.ts';

/** A row that is not blank; `line` is where it begins, from 1. */
export type Row = { readonly line: number; readonly cells: readonly string[] };

export type Table = { readonly delimiter: Delimiter; readonly rows: readonly Row[] };

export type Delimiter = ',' | ';' | '\t';

const DELIMITERS: readonly Delimiter[] = [',', ';', '\t'];

/** Excel's own way of saying which it is. */
const SAID = /^sep=([,;\t])\r?\n/i;

const Records = z.array(z.object({ record: z.array(z.string()), info: z.object({ lines: z.number() }) }));

/** Cells of a table, trimmed, whichever sign parts them; or the place from which on it cannot be read. */
export function splitCells(text: string): Table | FileFault {
  const said = SAID.exec(text);
  const skipped = said ? 1 : 0;
  const body = said ? text.slice(said[0].length) : text;
  const delimiter = DELIMITERS.find((known) => known === said?.[1]) ?? commonest(body);
  try {
    const records = Records.parse(
      parse(body, { delimiter, info: true, relax_column_count: true, trim: true, skip_empty_lines: true }),
    );
    const rows = records.map(({ record, info }): Row => {
      const within = record.join('').split('\n').length - 1;
      return { line: skipped + info.lines - within, cells: record };
    });
    return { delimiter, rows: withoutBlank(rows) };
  } catch (error) {
    if (error instanceof CsvError) {
      return { place: { in: 'line', number: lineOf(error) + skipped }, fault: { kind: 'quotes' } };
    }
    throw error;
  }
}

/** The sign that parts most cells of one line, not counting what stands in quotes. */
function commonest(text: string): Delimiter {
  const bare = text.replaceAll(/"[^"]*"/g, '');
  const lines = bare.split(/\r?\n/, 50);
  const most = DELIMITERS.map((delimiter) => Math.max(...lines.map((line) => line.split(delimiter).length)));
  return DELIMITERS[most.indexOf(Math.max(...most))] ?? ',';
}

function withoutBlank(rows: readonly Row[]): readonly Row[] {
  return rows.filter(({ cells }) => cells.some((cell) => cell !== ''));
}

function lineOf(error: CsvError): number {
  const line: unknown = error['lines'];
  return typeof line === 'number' ? line : 1;
}
