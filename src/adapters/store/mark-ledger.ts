import { canonicalJson } from '#domain/canonical-json.ts';
import type { ManualMark } from '#domain/book/mark.ts';
import type { MarkLedger } from '#ports/ledger/mark-ledger.ts';
import { manualMarkSchema } from '#adapters/store/schemas/book-schemas.ts';
import type { StoreDatabase } from './store-database.ts';
import { storedJson } from './stored-json.ts';

const readMark = storedJson<ManualMark>('mark', manualMarkSchema);

/** Marks that people set by hand. A removed one leaves an entry too: nothing is ever deleted. */
export function createMarkLedger(database: StoreDatabase): MarkLedger {
  return {
    async keepMark(server, { mark, isRemoved }) {
      await database.db
        .insertInto('mark')
        .values({
          server,
          subject: canonicalJson(mark.of),
          is_removed: Number(isRemoved),
          mark: canonicalJson(mark),
        })
        .execute();
    },

    async manualMarks(server) {
      const rows = await database.db
        .selectFrom('mark')
        .select(['place', 'mark'])
        .where('is_removed', '=', 0)
        .where('place', 'in', (eb) =>
          eb
            .selectFrom('mark')
            .select(({ fn }) => fn.max('place').as('place'))
            .where('server', '=', server)
            .groupBy('subject'),
        )
        .orderBy('place')
        .execute();
      return rows.map(({ place, mark }) => readMark(mark, place));
    },

    async markHistory(server, limit) {
      const rows = await database.db
        .selectFrom('mark')
        .select(['place', 'mark', 'is_removed'])
        .where('server', '=', server)
        .orderBy('place', 'desc')
        .limit(limit)
        .execute();
      return rows.map(({ place, mark, is_removed }) => ({
        mark: readMark(mark, place),
        isRemoved: is_removed === 1,
      }));
    },
  };
}
