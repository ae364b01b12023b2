import type { z } from 'zod';
import { HistoryUnusable } from '#domain/history/history-problem.ts';
import { type PlacedRow, readRows, type Table } from './read-rows.ts';

/**
 * One table over several folders, each of which continues the ones before it.
 *
 * @returns rows by their names, in order
 * @throws HistoryUnusable where two folders say different things of the same row
 */
export function mergeRows<Schema extends z.ZodObject>(
  folders: readonly string[],
  table: Table<Schema>,
): readonly z.output<Schema>[] {
  const rows = new Map<string, PlacedRow<z.output<Schema>>>();
  for (const folder of folders) {
    for (const placed of readRows(folder, table)) {
      const key = table.keyOf(placed.row);
      const before = rows.get(key);
      if (before) {
        assertSame(key, before, placed);
      } else {
        rows.set(key, placed);
      }
    }
  }
  return [...rows].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, { row }]) => row);
}

function assertSame(
  key: string,
  before: PlacedRow<Readonly<Record<string, unknown>>>,
  { row, file, line }: PlacedRow<Readonly<Record<string, unknown>>>,
): void {
  for (const [column, value] of Object.entries(row)) {
    const other = before.row[column];
    if (value !== other) {
      const why = `${key} is ${String(value)} here and ${String(other)} in ${before.file}, line ${before.line}`;
      throw new HistoryUnusable({ file, line, column }, why);
    }
  }
}
