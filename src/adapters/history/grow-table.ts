import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { z } from 'zod';

export type Cells = Readonly<Record<string, string>>;

/** Rows for one table of a history folder. */
export type FreshRows = {
  /** Inside the folder. */
  readonly path: string;
  /** Columns of a table that is begun; one that is there keeps its own. */
  readonly columns: readonly string[];
  /** Columns whose cells together name a row and give the order. */
  readonly key: readonly string[];
  readonly rows: readonly Cells[];
};

/** What became of a table. */
export type Grown = {
  readonly path: string;
  readonly before: number;
  readonly added: number;
  /** Values of days; absent where the table is empty. */
  readonly first?: string;
  readonly last?: string;
  /** Rows that say otherwise than the ones that were there, which were left as they are; a few of them. */
  readonly differing: readonly string[];
};

const Table = z.array(z.record(z.string(), z.string()));
const Header = z.array(z.array(z.string())).min(1);

/**
 * A table as it is in one folder with what is new, written to another. What is there already is never changed: the
 * first thing that was captured stays.
 *
 * @param from - the folder that is continued; the table need not be there
 * @param to - where the whole table is written
 */
export function growTable(from: string, to: string, fresh: FreshRows): Grown {
  const { path, key, rows } = fresh;
  const { columns, known } = readKnown(join(from, path), fresh.columns);
  const nameOf = (row: Cells): string => key.map((column) => row[column] ?? '').join(' ');
  const all = new Map(known.map((row) => [nameOf(row), row]));
  const differing: string[] = [];
  for (const row of rows) {
    const name = nameOf(row);
    const before = all.get(name);
    if (before === undefined) {
      all.set(name, row);
    } else if (isOtherwise(before, row)) {
      differing.push(name);
    }
  }
  const sorted = [...all].toSorted(([one], [other]) => (one < other ? -1 : 1));
  const file = join(to, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(
    file,
    tableText(
      columns,
      sorted.map(([, row]) => row),
    ),
  );
  const dayOf = (name: string | undefined): string | undefined => name?.split(' ')[0];
  const first = dayOf(sorted[0]?.[0]);
  const last = dayOf(sorted.at(-1)?.[0]);
  return {
    path,
    before: known.length,
    added: sorted.length - known.length,
    ...(first !== undefined && { first }),
    ...(last !== undefined && { last }),
    differing,
  };
}

function readKnown(
  file: string,
  begun: readonly string[],
): { readonly columns: readonly string[]; readonly known: readonly Cells[] } {
  if (!existsSync(file)) {
    return { columns: begun, known: [] };
  }
  const bytes = readFileSync(file);
  const [columns = begun] = Header.parse(parse(bytes, { bom: true, toLine: 1 }));
  return { columns, known: Table.parse(parse(bytes, { columns: true, bom: true })) };
}

/** Numbers that are written differently are the same; what one of the two leaves out is no difference. */
function isOtherwise(before: Cells, row: Cells): boolean {
  return Object.entries(row).some(([column, cell]) => {
    const other = before[column] ?? '';
    return cell !== '' && other !== '' && cell !== other && Number(cell) !== Number(other);
  });
}

function tableText(columns: readonly string[], rows: readonly Cells[]): string {
  const lines = rows.map((row) => columns.map((column) => cellText(row[column] ?? '')).join(','));
  return [columns.map(cellText).join(','), ...lines, ''].join('\n');
}

function cellText(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
