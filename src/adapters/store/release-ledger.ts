import { canonicalJson } from '#domain/canonical-json.ts';
import type { ReleaseChange } from '#domain/releases/release.ts';
import type { ReleaseLedger } from '#ports/ledger/release-ledger.ts';
import { releaseChangeSchema } from '#adapters/store/schemas/release-schemas.ts';
import type { StoreDatabase, StoreTransaction } from './store-database.ts';
import { storedJson } from './stored-json.ts';

const readChange = storedJson<ReleaseChange>('release_change', releaseChangeSchema);

/** The life of every release: one row for each thing that became of it. */
export function createReleaseLedger(database: StoreDatabase): ReleaseLedger {
  return {
    async storedReleases() {
      const rows = await database.db
        .selectFrom('release_change')
        .select(['place', 'change'])
        .where('place', 'in', (eb) =>
          eb
            .selectFrom('release_change')
            .select(({ fn }) => fn.max('place').as('place'))
            .groupBy('release'),
        )
        .execute();
      return rows
        .map(({ place, change }) => readChange(change, place).release)
        .toSorted((a, b) => a.scheduledAt - b.scheduledAt || (a.id < b.id ? -1 : 1));
    },

    async changeReleases(changes) {
      return database.transaction(async (trx) => {
        await database.lock(trx, 'releases');
        const appended: ReleaseChange[] = [];
        for (const change of changes) {
          if (follows(change, await latestChange(trx, change.release.id))) {
            await trx
              .insertInto('release_change')
              .values({ release: change.release.id, change: canonicalJson(change) })
              .execute();
            appended.push(change);
          }
        }
        return appended;
      });
    },

    async releaseChanges(limit, release) {
      const rows = await database.db
        .selectFrom('release_change')
        .select(['place', 'change'])
        .$if(release !== undefined, (query) => query.where('release', '=', release ?? ''))
        .orderBy('place', 'desc')
        .limit(limit)
        .execute();
      return rows.map(({ place, change }) => readChange(change, place));
    },
  };
}

async function latestChange(trx: StoreTransaction, release: string): Promise<ReleaseChange | undefined> {
  const row = await trx
    .selectFrom('release_change')
    .select(['place', 'change'])
    .where('release', '=', release)
    .orderBy('place', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row && readChange(row.change, row.place);
}

/** Whether a change begins where the last one ended, and changes anything. */
function follows({ before, release }: ReleaseChange, last: ReleaseChange | undefined): boolean {
  if (!before || !last) {
    return before === undefined && last === undefined;
  }
  const stands = last.release;
  const fits = before.status === stands.status && before.scheduledAt === stands.scheduledAt;
  return fits && canonicalJson(release) !== canonicalJson(stands);
}
