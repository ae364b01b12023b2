import { AsyncLocalStorage } from 'node:async_hooks';
import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite';
import { Kysely, SqliteDialect, type SqliteDatabase, type SqliteStatement } from 'kysely';
import type { StoreDatabase } from '#adapters/store/store-database.ts';
import type { Tables } from '#adapters/store/tables.ts';
import { writeFailure } from './sqlite-failure.ts';

/** Prepared statements that are kept; there are about a hundred, and lists of other lengths. */
const MOST_STATEMENTS = 300;

/**
 * The tables in one SQLite file. From here on nobody else may touch the handle: a statement on it while a transaction
 * is open would go into that one, and be rolled back with it after it was acknowledged.
 */
export function createSqliteDatabase(handle: DatabaseSync, file: string): StoreDatabase {
  const kysely = new Kysely<Tables>({ dialect: new SqliteDialect({ database: driverOf(handle, file) }) });
  const inTransaction = new AsyncLocalStorage<true>();
  return {
    get db() {
      if (inTransaction.getStore()) {
        throw new Error('inside a transaction only the transaction may be used');
      }
      return kysely;
    },
    transaction: (act) =>
      kysely.transaction().execute((trx) => inTransaction.run(true, async () => act(trx))),
    // Every transaction begins with the file's one lock.
    lock: async () => undefined,
    async close() {
      if (handle.isOpen) {
        await kysely.connection().execute(async () => undefined);
        await kysely.destroy();
      }
    },
  };
}

/** `node:sqlite` as Kysely wants a database. @throws StoreUnusable if the disk is full */
function driverOf(handle: DatabaseSync, file: string): SqliteDatabase {
  const statements = new Map<string, SqliteStatement>();
  return {
    prepare(sql) {
      const statement = statements.get(sql) ?? statementOf(handle, sql, file);
      if (statements.size >= MOST_STATEMENTS) {
        statements.clear();
      }
      statements.set(sql, statement);
      return statement;
    },
    close() {
      statements.clear();
      if (handle.isOpen) {
        handle.close();
      }
    },
  };
}

function statementOf(handle: DatabaseSync, sql: string, file: string): SqliteStatement {
  const statement = handle.prepare(sql === 'begin' ? 'begin immediate' : sql);
  const attempt = <Answer>(act: (statement: StatementSync) => Answer): Answer => {
    try {
      return act(statement);
    } catch (error) {
      throw writeFailure(file, error);
    }
  };
  return {
    reader: statement.columns().length > 0,
    all: (parameters) => attempt((prepared) => prepared.all(...parameters.map(bound))),
    iterate: (parameters) => attempt((prepared) => prepared.iterate(...parameters.map(bound))),
    run: (parameters) =>
      // A full disk ends the transaction by itself; rolling it back once more would hide why.
      sql === 'rollback' && !handle.isTransaction
        ? { changes: 0, lastInsertRowid: 0 }
        : attempt((prepared) => prepared.run(...parameters.map(bound))),
  };
}

/** What may be written: anything else SQLite would refuse late, or keep as NULL without a word. */
function bound(value: unknown): SQLInputValue {
  if (value === null || typeof value === 'string' || (typeof value === 'number' && Number.isFinite(value))) {
    return value;
  }
  throw new TypeError(`a column cannot hold this ${typeof value}`);
}
