import type { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import { canonicalJson } from '../../domain/canonical-json.ts';
import type { Tick } from '../../domain/checklist.ts';
import type { TickLedger } from '../../ports/ledger.ts';
import { storedJson } from './stored-json.ts';
import { inTransaction } from './transaction.ts';

const Row = z.object({ tick: storedJson<Tick>() }).transform(({ tick }) => tick);

const SELECT = 'SELECT tick FROM tick WHERE server = ? AND checklist = ? ORDER BY at, item';

const SET = `
  INSERT INTO tick (server, checklist, item, at, tick) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`;

/** Marks on checklists. An item is marked once: by whoever was first, until somebody takes the mark away. */
export function createTickLedger(database: DatabaseSync): TickLedger {
  function ticks(server: string, checklist: string): readonly Tick[] {
    return z.array(Row).parse(database.prepare(SELECT).all(server, checklist));
  }

  return {
    async mark(server, checklist, tick, ticked) {
      return inTransaction(database, () => {
        if (ticked) {
          database.prepare(SET).run(server, checklist, tick.item, tick.at, canonicalJson(tick));
        } else {
          database
            .prepare('DELETE FROM tick WHERE server = ? AND checklist = ? AND item = ?')
            .run(server, checklist, tick.item);
        }
        return ticks(server, checklist);
      });
    },

    async ticks(server, checklist) {
      return ticks(server, checklist);
    },
  };
}
