import { canonicalJson } from '#domain/canonical-json.ts';
import { initialSourceState, type SourceState } from '#domain/health/source-state.ts';
import type { SourceLedger } from '#ports/ledger/source-ledger.ts';
import { sourceStateSchema } from '#adapters/store/schemas/source-state-schema.ts';
import type { StoreDatabase, StoreTransaction } from './store-database.ts';
import { storedJson } from './stored-json.ts';

const readState = storedJson<SourceState>('source', sourceStateSchema);

/** How each source has served us, one row each. */
export function createSourceLedger(database: StoreDatabase): SourceLedger {
  return {
    async changeSource(source, change) {
      return database.transaction(async (trx) => {
        await database.lock(trx, `source ${source}`);
        const { state, answer } = change(await stateOf(trx, source));
        const row = { standing: canonicalJson(state) };
        await trx
          .insertInto('source')
          .values({ name: source, ...row })
          .onConflict((conflict) => conflict.column('name').doUpdateSet(row))
          .execute();
        return answer;
      });
    },

    async sourceState(source) {
      return stateOf(database.db, source);
    },

    async sourceStates() {
      const rows = await database.db.selectFrom('source').selectAll().orderBy('name').execute();
      return rows.map(({ name, standing: state }) => readState(state, name));
    },
  };
}

async function stateOf(db: StoreTransaction | StoreDatabase['db'], source: string): Promise<SourceState> {
  const row = await db.selectFrom('source').select('standing').where('name', '=', source).executeTakeFirst();
  return row ? readState(row.standing, source) : initialSourceState(source);
}
