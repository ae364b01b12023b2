import type { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import type { ReplayLedger } from '#ports/ledger/ledger.ts';
import { inTransaction } from './transaction.ts';

const Row = z.object({ episode: z.string(), instant: z.number() });

/** Where a replay stands: one row at most. */
export function createReplayLedger(database: DatabaseSync): ReplayLedger {
  return {
    async replayPosition() {
      const row = database.prepare('SELECT episode, instant FROM place').get();
      return row && Row.parse(row);
    },

    async saveReplayPosition(episode, instant) {
      inTransaction(database, () =>
        database
          .prepare('INSERT OR REPLACE INTO place (one, episode, instant) VALUES (1, ?, ?)')
          .run(episode, instant),
      );
    },
  };
}
