import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CsvError, parse } from 'csv-parse/sync';
import { z } from 'zod';
import { HistoryUnusable } from '#domain/history/history-problem.ts';

/** A row with the place that it was read from. */
export type PlacedRow<Row> = { readonly row: Row; readonly file: string; readonly line: number };

/** A table of a history folder: where it is, what a row must be, and what names a row. */
export type Table<Schema extends z.ZodObject> = {
  readonly path: string;
  readonly schema: Schema;
  readonly keyOf: (row: z.output<Schema>) => string;
  /** Whether a folder without it cannot be used at all. */
  readonly needed: boolean;
};

const Numbered = z.array(
  z.object({ record: z.record(z.string(), z.string()), info: z.object({ lines: z.number() }) }),
);

/**
 * The rows of one table of one folder, in the file's order.
 *
 * @returns nothing where the folder lacks a table that it may lack
 * @throws HistoryUnusable naming the file, line and column
 */
export function readRows<Schema extends z.ZodObject>(
  folder: string,
  { path, schema, keyOf, needed }: Table<Schema>,
): readonly PlacedRow<z.output<Schema>>[] {
  const file = join(folder, path);
  if (!existsSync(file)) {
    if (needed) {
      throw new HistoryUnusable({ file }, 'there is no such file; every history folder needs it');
    }
    return [];
  }
  const seen = new Map<string, number>();
  return readCells(file).map(({ record, info: { lines: line } }) => {
    const read = schema.safeParse(record);
    if (!read.success) {
      throw unreadable({ file, line }, record, read.error);
    }
    const key = keyOf(read.data);
    const before = seen.get(key);
    if (before !== undefined) {
      throw new HistoryUnusable({ file, line }, `${key} stands in line ${before} already`);
    }
    seen.set(key, line);
    return { row: read.data, file, line };
  });
}

function readCells(file: string): z.output<typeof Numbered> {
  try {
    const cells: unknown = parse(readFileSync(file), { columns: true, info: true, bom: true });
    return Numbered.parse(cells);
  } catch (error) {
    const line = error instanceof CsvError && typeof error['lines'] === 'number' ? error['lines'] : undefined;
    const why = error instanceof CsvError ? error.message : 'it cannot be read as a table';
    throw new HistoryUnusable({ file, ...(line !== undefined && { line }) }, why, { cause: error });
  }
}

function unreadable(
  place: { readonly file: string; readonly line: number },
  record: Readonly<Record<string, string>>,
  error: z.ZodError,
): HistoryUnusable {
  const [issue] = error.issues;
  const column = String(issue?.path[0] ?? '');
  if (!(column in record)) {
    return new HistoryUnusable({ file: place.file, column }, 'there is no such column', { cause: error });
  }
  const why = `"${record[column] ?? ''}" ${issue?.message ?? 'cannot be read'}`;
  return new HistoryUnusable({ ...place, column }, why, { cause: error });
}
