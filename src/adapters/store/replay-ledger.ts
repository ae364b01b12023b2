import type { ReplayLedger } from '#ports/ledger/ledger.ts';
import type { StoreDatabase } from './store-database.ts';

/** Where a replay stands: one row at most. */
export function createReplayLedger(database: StoreDatabase): ReplayLedger {
  return {
    async replayPosition() {
      const row = await database.db.selectFrom('place').select(['episode', 'instant']).executeTakeFirst();
      return row && { episode: row.episode, instant: row.instant };
    },

    async saveReplayPosition(episode, instant) {
      await database.db
        .insertInto('place')
        .values({ one: 1, episode, instant })
        .onConflict((conflict) => conflict.column('one').doUpdateSet({ episode, instant }))
        .execute();
    },
  };
}
