import type { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import { canonicalJson } from '#domain/canonical-json.ts';
import type { Print } from '#domain/releases/print.ts';
import type { ManualPrintLedger } from '#ports/ledger/release-ledger.ts';
import { storedJson } from './stored-json.ts';
import { inTransaction } from './transaction.ts';

const Row = z.object({ print: storedJson<Print>() }).transform(({ print }) => print);

/** Figures that stewards typed in, one of each release and server. */
export function createManualPrintLedger(database: DatabaseSync): ManualPrintLedger {
  return {
    async keepManualPrint(server, print) {
      const { changes } = inTransaction(database, () =>
        database
          .prepare(
            'INSERT INTO manual_print (server, release, print) VALUES (?, ?, ?) ON CONFLICT DO NOTHING',
          )
          .run(server, print.releaseId, canonicalJson(print)),
      );
      return changes > 0 ? 'kept' : 'already';
    },

    async manualPrints(server) {
      const rows = database
        .prepare('SELECT print FROM manual_print WHERE server = ? ORDER BY place')
        .all(server);
      return z.array(Row).parse(rows);
    },
  };
}
