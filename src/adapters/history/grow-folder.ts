import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import type { History } from '#domain/history/history.ts';
import { type FreshRows, growTable, type Grown } from './grow-table.ts';
import { createHistoryArchive } from './history-archive.ts';
import { TABLES } from './tables.ts';

export type GrownFolder = {
  readonly tables: readonly Grown[];
  /** As it is read back; absent while a table is missing without which no history can be read. */
  readonly history?: History;
  /** Those tables, inside the folder. */
  readonly missing: readonly string[];
};

const ACCOUNT = 'PROVENANCE.md';

/** Above it stands what others wrote; it is kept. */
const OURS = '<!-- vega-steward: history -->';

/**
 * Continues a history folder, or begins one. Everything is written beside it first and read back as the backtest reads
 * it; then each file is moved to its place, so that every file is whole or as it was.
 *
 * @param account - what is written of where it all comes from
 * @throws HistoryUnusable where what is there or what would be there cannot be read; nothing is changed then
 */
export async function growFolder(
  folder: string,
  fresh: readonly FreshRows[],
  account: (tables: readonly Grown[]) => string,
): Promise<GrownFolder> {
  const place = resolve(folder);
  mkdirSync(dirname(place), { recursive: true });
  const beside = mkdtempSync(join(dirname(place), `.${basename(place)}-`));
  try {
    const tables = fresh.map((rows) => growTable(place, beside, rows));
    const needed = [TABLES.releases, TABLES.rut, TABLES.spx, TABLES.vix].map(({ path }) => path);
    const missing = needed.filter((path) => !existsSync(join(beside, path)));
    const history = missing.length === 0 ? await createHistoryArchive([beside]).read() : undefined;
    writeFileSync(
      join(beside, ACCOUNT),
      `${readOthersNotes(join(place, ACCOUNT))}${OURS}\n${account(tables)}`,
    );
    for (const path of [...tables.map((table) => table.path), ACCOUNT]) {
      mkdirSync(dirname(join(place, path)), { recursive: true });
      renameSync(join(beside, path), join(place, path));
    }
    return { tables, missing, ...(history && { history }) };
  } finally {
    rmSync(beside, { recursive: true, force: true });
  }
}

/** What others wrote into the account of a folder. */
function readOthersNotes(file: string): string {
  const [theirs = ''] = existsSync(file) ? readFileSync(file, 'utf8').split(OURS) : [];
  return theirs.trim() === '' ? '' : `${theirs.trimEnd()}\n\n`;
}
