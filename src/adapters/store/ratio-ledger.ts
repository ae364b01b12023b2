import { z } from 'zod';
import type { Decision } from '#domain/signal/decision.ts';
import type { HedgeReport } from '#domain/hedge/hedge-report.ts';
import type { RatioOverride } from '#domain/hedge/ratio-override.ts';
import type { RatioLedger } from '#ports/ledger/ratio-ledger.ts';
import { decisionSchema, ratioOverrideSchema } from '#adapters/store/schemas/decision-schemas.ts';
import { hedgeReportSchema } from '#adapters/store/schemas/hedge-schemas.ts';
import type { StoreDatabase } from './store-database.ts';
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
