import { z } from 'zod';
import { canonicalJson } from '#domain/canonical-json.ts';
import type { Decision } from '#domain/signal/decision.ts';
import type { HedgeReport } from '#domain/hedge/hedge-report.ts';
import type { RatioOverride } from '#domain/hedge/ratio-override.ts';
import type { RatioLedger } from '#ports/ledger/ratio-ledger.ts';
import { readMemory, writeProgramme } from './memory-rows.ts';
import { decisionSchema, ratioOverrideSchema } from '#adapters/store/schemas/decision-schemas.ts';
import { hedgeReportSchema } from '#adapters/store/schemas/hedge-schemas.ts';
import { compareAndSet, type StoreDatabase, type StoreTransaction, WriteConflict } from './store-database.ts';
import { storedJson } from './stored-json.ts';

const readDecision = storedJson<Decision>('decision', decisionSchema);
const readOverride = storedJson<RatioOverride>('ratio_override', ratioOverrideSchema);
const readInputs = storedJson<{ readonly standing?: HedgeReport }>(
  'decision',
  z.object({ standing: hedgeReportSchema.exactOptional() }),
);

/** Programme ratios that were set by hand, and the record of them. */
export function createRatioLedger(database: StoreDatabase): RatioLedger {
  return {
    async overrideRatio(server, act) {
      return compareAndSet(database, async (trx) => {
        const before = await readMemory(trx, server);
        const { memory, programme, override } = act(before?.memory);
        if (before) {
          await writeProgramme(trx, server, { programme, version: before.version });
        } else {
          await insertMemory(trx, {
            server,
            memory: canonicalJson(memory),
            programme: canonicalJson(programme),
          });
        }
        const after_delivery = await lastDelivery(trx);
        await trx
          .insertInto('ratio_override')
          .values({ server, after_delivery, entry: canonicalJson(override) })
          .execute();
        return override;
      });
    },

    async ratioOverrides(server, limit) {
      const rows = await database.db
        .selectFrom('ratio_override')
        .select(['place', 'entry'])
        .where('server', '=', server)
        .orderBy('place', 'desc')
        .limit(limit)
        .execute();
      return rows.map(({ place, entry }) => readOverride(entry, place));
    },

    async reports(server, limit) {
      const rows = await database.db
        .selectFrom('decision')
        .select(['id', 'decision', 'inputs'])
        .where('server', '=', server)
        .orderBy('place', 'desc')
        .limit(limit)
        .execute();
      return rows.map(({ id, decision, inputs }) => {
        const { standing: report } = readInputs(inputs, id);
        return { decision: readDecision(decision, id), ...(report && { report }) };
      });
    },
  };
}

async function insertMemory(
  trx: StoreTransaction,
  row: { readonly server: string; readonly memory: string; readonly programme: string },
): Promise<void> {
  const inserted = await trx
    .insertInto('memory')
    .values({ ...row, version: 1 })
    .onConflict((conflict) => conflict.column('server').doNothing())
    .returning('version')
    .executeTakeFirst();
  if (!inserted) {
    throw new WriteConflict();
  }
}

/** Place of the delivery that was planned last; 0 before the first. */
async function lastDelivery(trx: StoreTransaction): Promise<number> {
  const row = await trx
    .selectFrom('delivery')
    .select(({ fn }) => fn.max('place').as('place'))
    .executeTakeFirst();
  return row?.place ?? 0;
}
