import type { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import { canonicalJson } from '#domain/canonical-json.ts';
import type { ManualMark } from '#domain/book/mark.ts';
import type { MarkLedger } from '#ports/ledger/mark-ledger.ts';
import { storedJson } from './stored-json.ts';
import { inTransaction } from './transaction.ts';

const MarkRow = z.object({ mark: storedJson<ManualMark>() }).transform(({ mark }) => mark);

const EntryRow = z
  .object({ mark: storedJson<ManualMark>(), is_removed: z.int() })
  .transform(({ mark, is_removed }) => ({ mark, isRemoved: is_removed === 1 }));

const ADD = 'INSERT INTO mark (server, subject, is_removed, mark) VALUES (?, ?, ?, ?)';

const LATEST = `
  SELECT mark FROM mark
  WHERE is_removed = 0 AND place IN (SELECT max(place) FROM mark WHERE server = ? GROUP BY subject)
  ORDER BY place`;

const HISTORY = 'SELECT mark, is_removed FROM mark WHERE server = ? ORDER BY place DESC LIMIT ?';

/** Marks that people set by hand. A removed one leaves an entry too: nothing is ever deleted. */
export function createMarkLedger(database: DatabaseSync): MarkLedger {
  return {
    async keepMark(server, { mark, isRemoved }) {
      inTransaction(database, () =>
        database.prepare(ADD).run(server, canonicalJson(mark.of), isRemoved ? 1 : 0, canonicalJson(mark)),
      );
    },

    async manualMarks(server) {
      return z.array(MarkRow).parse(database.prepare(LATEST).all(server));
    },

    async markHistory(server, limit) {
      return z.array(EntryRow).parse(database.prepare(HISTORY).all(server, limit));
    },
  };
}
