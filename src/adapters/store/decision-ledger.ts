import type { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import { canonicalJson } from '#domain/canonical-json.ts';
import type { Decision, Memory, Programme } from '#domain/signal/decision.ts';
import type { DecisionLedger } from '#ports/ledger/ledger.ts';
import { createDecisionWriter, DecisionRow, SELECT_DECISION } from './decision-rows.ts';
import { dropUnsent, insertDeliveries } from './delivery-rows.ts';
import { storedJson } from './stored-json.ts';
import { inTransaction } from './transaction.ts';

const MemoryRow = z.object({ memory: storedJson<Memory>(), programme: storedJson<Programme>() });

const OutlineRow = z.object({ decision: storedJson<Decision>() });

/** The programme is left alone where there is one: it moves when a step has been posted, and only then. */
const REMEMBER = `
  INSERT INTO memory (server, memory, programme) VALUES (?, ?, ?)
  ON CONFLICT (server) DO UPDATE SET memory = excluded.memory`;

/** Decisions with what they were made of, and what each server remembers. */
export function createDecisionLedger(database: DatabaseSync): DecisionLedger {
  const write = createDecisionWriter(database);

  function isKnown(server: string, id: string): boolean {
    const known = database.prepare('SELECT 1 FROM decision WHERE server = ? AND id = ?').get(server, id);
    return known !== undefined;
  }

  function remember(server: string, memory: Memory): void {
    database.prepare(REMEMBER).run(server, canonicalJson(memory), canonicalJson(memory.programme));
  }

  return {
    async memory(server) {
      const row = database.prepare('SELECT memory, programme FROM memory WHERE server = ?').get(server);
      if (!row) {
        return undefined;
      }
      const { memory, programme } = MemoryRow.parse(row);
      return { ...memory, programme };
    },

    async record({ recorded, deliveries, supersedes }) {
      const { server, decision, recordedAt } = recorded;
      return inTransaction(database, () => {
        if (isKnown(server, decision.id)) {
          return 'already';
        }
        if (supersedes !== undefined) {
          dropUnsent(database, server, { reason: supersedes, at: recordedAt });
        }
        write(recorded);
        remember(server, decision.memory);
        insertDeliveries(database, deliveries);
        return 'recorded';
      });
    },

    async decision(server, id) {
      const row = database.prepare(`${SELECT_DECISION} WHERE server = ? AND id = ?`).get(server, id);
      return row && DecisionRow.parse(row);
    },

    async decisions(server, limit) {
      const rows = database
        .prepare('SELECT decision FROM decision WHERE server = ? ORDER BY place DESC LIMIT ?')
        .all(server, limit);
      return z
        .array(OutlineRow)
        .parse(rows)
        .map(({ decision }) => decision);
    },
  };
}
