import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import { SourceChanged } from '#domain/problem.ts';

export type CsvShape = {
  /** Who sent it, for the problem that names it. */
  readonly source: string;
  /** Columns that must be there, each under one of its names; others may stand beside them. */
  readonly columns: readonly (readonly string[])[];
  /** Whether lines of another length may follow, such as a closing disclaimer; they are left out. */
  readonly hasTrailer?: boolean;
};

const Cells = z.array(z.array(z.string()));

/**
 * Cells of a table whose first line names its columns.
 *
 * @returns a row per line in the order of the file, its cells in the order of `columns`
 * @throws SourceChanged naming the column that is missing, or the line that is broken
 */
export function readCsv(text: string, shape: CsvShape): readonly (readonly string[])[] {
  const [header, ...rows] = cellsOf(text, shape);
  if (!header) {
    throw new SourceChanged(shape.source, 'an empty table');
  }
  const places = shape.columns.map((names) => placeOf(names, header, shape.source));
  return rows
    .filter((row) => row.length === header.length)
    .map((row) => places.map((place) => row[place] ?? ''));
}

function placeOf(names: readonly string[], header: readonly string[], source: string): number {
  const place = header.findIndex((column) => names.includes(column));
  if (place < 0) {
    throw new SourceChanged(source, `no column ${names.join(' or ')} in "${header.join(',').slice(0, 120)}"`);
  }
  return place;
}

function cellsOf(text: string, { source, hasTrailer = false }: CsvShape): string[][] {
  try {
    return Cells.parse(
      parse(text, {
        bom: true,
        trim: true,
        skip_empty_lines: true,
        relax_column_count: hasTrailer,
        relax_quotes: hasTrailer,
      }),
    );
  } catch (error) {
    const detail = error instanceof Error ? error.message : 'unreadable';
    throw new SourceChanged(source, `a broken line: ${detail}`, { cause: error });
  }
}
