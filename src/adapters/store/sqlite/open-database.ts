import { existsSync, mkdirSync, rmSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { StoreUnusable } from '#domain/problem.ts';
import { APPLICATION_ID, migrate, readHeader } from './migrate.ts';
import { MIGRATIONS } from './migrations.ts';
import { storeFailure } from './sqlite-failure.ts';
import { createSqliteDatabase } from './sqlite-database.ts';
import type { StoreDatabase } from '#adapters/store/store-database.ts';

/** Milliseconds to wait for a file that another process may be letting go of. */
const TIMEOUT = 250;

/**
 * Opens the file, or makes it with its folder, and brings it to the newest version.
 *
 * The file is this process's alone until it is closed, and every transaction is on the disk when it returns.
 *
 * @throws StoreUnusable, with the file as it was
 */
export function openDatabase(file: string): StoreDatabase {
  try {
    mkdirSync(dirname(file), { recursive: true });
    if (existsSync(file) && statSync(file).size > 0) {
      examine(file);
    }
    return createSqliteDatabase(openForWriting(file), file);
  } catch (error) {
    throw storeFailure(file, error);
  }
}

/** Reads without writing, so that a file which is refused stays as it is. */
function examine(file: string): void {
  const absent = [`${file}-shm`, `${file}-wal`].filter((beside) => !existsSync(beside));
  const database = new DatabaseSync(file, { readOnly: true, timeout: TIMEOUT });
  try {
    const { user_version, application_id, tables } = readHeader(database);
    if (application_id !== APPLICATION_ID && tables > 0) {
      throw new StoreUnusable(file, 'corrupt', { cause: new Error('another program wrote it') });
    }
    if (user_version > MIGRATIONS.length) {
      throw new StoreUnusable(file, 'newer');
    }
    const check = database.prepare('PRAGMA quick_check(1)').get()?.['quick_check'];
    if (check !== 'ok') {
      throw new StoreUnusable(file, 'corrupt', { cause: new Error(String(check)) });
    }
  } finally {
    database.close();
    // SQLite leaves an empty log and its index behind after reading only.
    absent.forEach((beside) => rmSync(beside, { force: true }));
  }
}

function openForWriting(file: string): DatabaseSync {
  const database = new DatabaseSync(file, { timeout: TIMEOUT });
  try {
    database.exec(`
      PRAGMA locking_mode = EXCLUSIVE;
      PRAGMA journal_mode = WAL;
      PRAGMA synchronous = FULL;
      PRAGMA foreign_keys = ON;
    `);
    migrate(database, file);
    // From here on the version stands in the file itself and not in its log alone.
    database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}
