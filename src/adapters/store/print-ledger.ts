import { canonicalJson } from '#domain/canonical-json.ts';
import type { Print } from '#domain/releases/print.ts';
import type { PrintLedger } from '#ports/ledger/ledger.ts';
import type { ManualPrintLedger } from '#ports/ledger/release-ledger.ts';
import { printSchema } from '#adapters/store/schemas/release-schemas.ts';
import type { StoreDatabase, StoreTransaction } from './store-database.ts';
import { storedJson } from './stored-json.ts';

const readPrint = storedJson<Print>('print', printSchema);
const readRevision = storedJson<Print>('revision', printSchema);
const readManualPrint = storedJson<Print>('manual_print', printSchema);

/** First prints, one of each release, and beside them what they were restated to. */
export function createPrintLedger(database: StoreDatabase): PrintLedger {
  return {
    async keepPrint(print) {
      const row = await database.db
        .insertInto('print')
        .values({ release: print.releaseId, received_at: print.receivedAt, print: canonicalJson(print) })
        .onConflict((conflict) => conflict.column('release').doNothing())
        .returning('release')
        .executeTakeFirst();
      return row ? 'kept' : 'already';
    },

    async prints(until) {
      const rows = await database.db
        .selectFrom('print')
        .select(['release', 'print'])
        .where('received_at', '<=', until)
        .orderBy('received_at')
        .orderBy('release')
        .execute();
      return rows.map(({ release, print }) => readPrint(print, release));
    },

    async keepRevision(print) {
      return database.transaction(async (trx) => {
        await database.lock(trx, `revision ${print.releaseId}`);
        const last =
          (await revisionsOf(trx, print.releaseId)).at(-1) ?? (await firstPrint(trx, print.releaseId));
        if (canonicalJson(last.figures) === canonicalJson(print.figures)) {
          return 'same';
        }
        await trx
          .insertInto('revision')
          .values({ release: print.releaseId, print: canonicalJson(print) })
          .execute();
        return 'kept';
      });
    },

    async revisions(releaseId) {
      return revisionsOf(database.db, releaseId);
    },
  };
}

async function revisionsOf(
  db: StoreTransaction | StoreDatabase['db'],
  releaseId: string,
): Promise<readonly Print[]> {
  const rows = await db
    .selectFrom('revision')
    .select(['place', 'print'])
    .where('release', '=', releaseId)
    .orderBy('place')
    .execute();
  return rows.map(({ place, print }) => readRevision(print, place));
}

async function firstPrint(trx: StoreTransaction, releaseId: string): Promise<Print> {
  const row = await trx
    .selectFrom('print')
    .select('print')
    .where('release', '=', releaseId)
    .executeTakeFirst();
  if (!row) {
    throw new Error(`there is no print of ${releaseId}`);
  }
  return readPrint(row.print, releaseId);
}

/** Figures that stewards typed in, one of each release and server. */
export function createManualPrintLedger(database: StoreDatabase): ManualPrintLedger {
  return {
    async keepManualPrint(server, print) {
      const row = await database.db
        .insertInto('manual_print')
        .values({ server, release: print.releaseId, print: canonicalJson(print) })
        .onConflict((conflict) => conflict.columns(['server', 'release']).doNothing())
        .returning('place')
        .executeTakeFirst();
      return row ? 'kept' : 'already';
    },

    async manualPrints(server) {
      const rows = await database.db
        .selectFrom('manual_print')
        .select(['place', 'print'])
        .where('server', '=', server)
        .orderBy('place')
        .execute();
      return rows.map(({ place, print }) => readManualPrint(print, place));
    },
  };
}
