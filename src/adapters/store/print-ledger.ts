import type { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import { canonicalJson } from '../../domain/canonical-json.ts';
import type { Print } from '../../domain/print.ts';
import type { PrintLedger } from '../../ports/ledger.ts';
import { storedJson } from './stored-json.ts';

const Row = z.object({ print: storedJson<Print>() }).transform(({ print }) => print);

/** First prints, one of each release. */
export function createPrintLedger(database: DatabaseSync): PrintLedger {
  return {
    async keepPrint(print) {
      database
        .prepare('INSERT INTO print (release, received_at, print) VALUES (?, ?, ?) ON CONFLICT DO NOTHING')
        .run(print.releaseId, print.receivedAt, canonicalJson(print));
    },

    async prints(until) {
      const rows = database
        .prepare('SELECT print FROM print WHERE received_at <= ? ORDER BY received_at, release')
        .all(until);
      return z.array(Row).parse(rows);
    },
  };
}
