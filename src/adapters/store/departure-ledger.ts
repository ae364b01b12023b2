import { sql } from 'kysely';
import type { DepartureLedger } from '#ports/ledger/departure-ledger.ts';
import type { StoreDatabase, StoreTransaction } from './store-database.ts';

/** Servers that are gone, one row each, until they come back or are forgotten. */
export function createDepartureLedger(database: StoreDatabase): DepartureLedger {
  return {
    async noteDeparture(server, { at, reason }) {
      await database.transaction(async (trx) => {
        await trx
          .insertInto('departure')
          .values({ server, at })
          .onConflict((conflict) => conflict.column('server').doNothing())
          .execute();
        await trx
          .updateTable('delivery')
          .set({ state: 'dropped', not_before: 0, changed_at: at, reason })
          .where('server', '=', server)
          .where('state', '=', 'due')
          .execute();
      });
    },

    async noteReturn(server) {
      await database.db.deleteFrom('departure').where('server', '=', server).execute();
    },

    async departures() {
      const rows = await database.db
        .selectFrom('departure')
        .selectAll()
        .orderBy('at')
        .orderBy('server')
        .execute();
      return rows.map(({ server, at }) => ({ server, at }));
    },

    async forgetServer(server) {
      await database.transaction(async (trx) => {
        for (const table of await tablesOfServers(trx)) {
          await sql`delete from ${sql.table(table)} where server = ${server}`.execute(trx);
        }
        // Inputs that no decision rests on any more.
        await trx
          .deleteFrom('snapshot')
          .where('hash', 'not in', (eb) => eb.selectFrom('decision').select('snapshot'))
          .execute();
      });
    },
  };
}

/** Every table with a column for the server, whoever adds one: nothing of a server is overlooked. */
async function tablesOfServers(trx: StoreTransaction): Promise<readonly string[]> {
  const tables = await trx.introspection.getTables();
  return tables
    .filter(({ columns }) => columns.some(({ name }) => name === 'server'))
    .map(({ name }) => name)
    .toSorted();
}
