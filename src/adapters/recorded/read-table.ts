import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import { SourceChanged } from '#domain/problem.ts';

/** How the tables are called where something is wrong with them. */
const SOURCE = 'the recorded episodes';

/**
 * Rows of one of the tables that come with the bot.
 *
 * @throws SourceChanged naming the file and the cell, if the table is not what it should be
 */
export function readTable<Row extends z.ZodType>(
  folder: URL,
  name: string,
  row: Row,
): readonly z.output<Row>[] {
  const cells: unknown = parse(readFileSync(new URL(name, folder)), { columns: true });
  const rows = z.array(row).safeParse(cells);
  if (!rows.success) {
    throw new SourceChanged(SOURCE, `${name}: ${z.prettifyError(rows.error)}`, { cause: rows.error });
  }
  return rows.data;
}

/** A number, or nothing where the cell is blank: what is not known is not 0. */
export const known = z
  .string()
  .transform((text) => (text === '' ? undefined : Number(text)))
  .pipe(z.number().optional());
