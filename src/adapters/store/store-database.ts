import type { Kysely, Transaction } from 'kysely';
import type { Tables } from './tables.ts';

export type StoreTransaction = Transaction<Tables>;

/** The one way to the tables. What differs from one kind of database to the next stands behind it. */
export interface StoreDatabase {
  /**
   * For a single statement, which is whole by itself.
   *
   * @throws Error inside a transaction: there is one connection, and it would wait for itself for ever
   */
  readonly db: Kysely<Tables>;
  /** Does it whole or not at all. The act is given the transaction and uses nothing else. */
  transaction<Result>(act: (trx: StoreTransaction) => Promise<Result>): Promise<Result>;
  /** Holds off every other transaction that names the same subject, until this one has ended. */
  lock(trx: StoreTransaction, subject: string): Promise<void>;
  /** After what has begun has ended. May be called twice. */
  close(): Promise<void>;
}

/** Times that an act is made again because others wrote between its reading and its writing. */
const TRIES = 100;

/** Between reading a row and writing it, somebody else wrote it. */
export class WriteConflict extends Error {
  override readonly name = 'WriteConflict';
}

/**
 * A transaction that is made again from the beginning when its act throws `WriteConflict`: it wrote nothing then.
 *
 * @param act - compares the version that it has read where it writes
 */
export async function compareAndSet<Result>(
  database: StoreDatabase,
  act: (trx: StoreTransaction) => Promise<Result>,
): Promise<Result> {
  for (let round = 1; ; round += 1) {
    try {
      return await database.transaction(act);
    } catch (error) {
      if (!(error instanceof WriteConflict) || round === TRIES) {
        throw error;
      }
    }
  }
}

/** Rows that one statement writes: PostgreSQL takes 65,535 values, SQLite 32,766. */
const SLICE = 250;

/** Rows in the portions that one statement may write. */
export function slices<Row>(rows: readonly Row[]): readonly (readonly Row[])[] {
  return Array.from({ length: Math.ceil(rows.length / SLICE) }, (_, place) =>
    rows.slice(place * SLICE, (place + 1) * SLICE),
  );
}
