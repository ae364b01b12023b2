import type { DatabaseSync } from 'node:sqlite';
import { writeFailure } from './sqlite-failure.ts';

/**
 * Does it whole or not at all. The lock is taken first, so that nothing read inside can change before it ends.
 *
 * @throws StoreUnusable if the disk is full; whatever the act throws
 */
export function inTransaction<Result>(database: DatabaseSync, act: () => Result): Result {
  database.exec('BEGIN IMMEDIATE');
  try {
    const result = act();
    database.exec('COMMIT');
    return result;
  } catch (error) {
    if (database.isTransaction) {
      database.exec('ROLLBACK');
    }
    throw writeFailure(database.location() ?? 'the store', error);
  }
}
