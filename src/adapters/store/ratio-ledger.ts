import type { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import { canonicalJson } from '#domain/canonical-json.ts';
import type { Decision, Memory, Programme } from '#domain/signal/decision.ts';
import type { HedgeReport } from '#domain/hedge/hedge-report.ts';
import type { RatioOverride } from '#domain/hedge/ratio-override.ts';
import type { RatioLedger } from '#ports/ledger/ratio-ledger.ts';
import { storedJson } from './stored-json.ts';
import { inTransaction } from './transaction.ts';

const MemoryRow = z.object({ memory: storedJson<Memory>(), programme: storedJson<Programme>() });
const OverrideRow = z.object({ entry: storedJson<RatioOverride>() });

const HedgeReportRow = z
  .object({ decision: storedJson<Decision>(), standing: storedJson<HedgeReport>().nullable() })
  .transform(({ decision, standing }) => ({ decision, ...(standing && { standing }) }));

const STANDINGS = `
  SELECT decision, inputs -> '$.standing' AS standing FROM decision WHERE server = ? ORDER BY place DESC LIMIT ?`;

/** What is remembered besides stays as it is. */
const SET = `
  INSERT INTO memory (server, memory, programme) VALUES (?, ?, ?)
  ON CONFLICT (server) DO UPDATE SET programme = excluded.programme`;

const KEEP = 'INSERT INTO ratio_override (server, after_delivery, entry) VALUES (?, ?, ?)';

/** Programme ratios that were set by hand, and the record of them. */
export function createRatioLedger(database: DatabaseSync): RatioLedger {
  return {
    async overrideRatio(server, act) {
      return inTransaction(database, () => {
        const row = database.prepare('SELECT memory, programme FROM memory WHERE server = ?').get(server);
        const kept = row && MemoryRow.parse(row);
        const { memory, programme, override } = act(kept && { ...kept.memory, programme: kept.programme });
        database.prepare(SET).run(server, canonicalJson(memory), canonicalJson(programme));
        database.prepare(KEEP).run(server, lastDelivery(database), canonicalJson(override));
        return override;
      });
    },

    async ratioOverrides(server, limit) {
      const rows = database
        .prepare('SELECT entry FROM ratio_override WHERE server = ? ORDER BY place DESC LIMIT ?')
        .all(server, limit);
      return z
        .array(OverrideRow)
        .parse(rows)
        .map(({ entry }) => entry);
    },

    async standings(server, limit) {
      return z.array(HedgeReportRow).parse(database.prepare(STANDINGS).all(server, limit));
    },
  };
}

/** Whether a ratio was set by hand after a delivery had been planned: its step does not count any more. */
export function isOverridden(database: DatabaseSync, server: string, delivery: number): boolean {
  const later = database
    .prepare('SELECT 1 FROM ratio_override WHERE server = ? AND after_delivery >= ?')
    .get(server, delivery);
  return later !== undefined;
}

/** Place of the delivery that was planned last; 0 before the first. */
function lastDelivery(database: DatabaseSync): number {
  const row = database.prepare('SELECT coalesce(max(place), 0) AS place FROM delivery').get();
  return z.object({ place: z.int() }).parse(row).place;
}
