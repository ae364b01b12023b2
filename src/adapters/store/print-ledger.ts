import type { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import { canonicalJson } from '#domain/canonical-json.ts';
import type { Print } from '#domain/releases/print.ts';
import type { PrintLedger } from '#ports/ledger/ledger.ts';
import { storedJson } from './stored-json.ts';
import { inTransaction } from './transaction.ts';

const Row = z.object({ print: storedJson<Print>() }).transform(({ print }) => print);

const REVISIONS = 'SELECT print FROM revision WHERE release = ? ORDER BY place';

/** First prints, one of each release, and beside them what they were restated to. */
export function createPrintLedger(database: DatabaseSync): PrintLedger {
  function revisions(releaseId: string): readonly Print[] {
    return z.array(Row).parse(database.prepare(REVISIONS).all(releaseId));
  }

  function firstPrint(releaseId: string): Print {
    const row = database.prepare('SELECT print FROM print WHERE release = ?').get(releaseId);
    if (!row) {
      throw new Error(`there is no print of ${releaseId}`);
    }
    return Row.parse(row);
  }

  return {
    async keepPrint(print) {
      const { changes } = inTransaction(database, () =>
        database
          .prepare('INSERT INTO print (release, received_at, print) VALUES (?, ?, ?) ON CONFLICT DO NOTHING')
          .run(print.releaseId, print.receivedAt, canonicalJson(print)),
      );
      return changes > 0 ? 'kept' : 'already';
    },

    async prints(until) {
      const rows = database
        .prepare('SELECT print FROM print WHERE received_at <= ? ORDER BY received_at, release')
        .all(until);
      return z.array(Row).parse(rows);
    },

    async keepRevision(print) {
      return inTransaction(database, () => {
        const last = revisions(print.releaseId).at(-1) ?? firstPrint(print.releaseId);
        if (canonicalJson(last.figures) === canonicalJson(print.figures)) {
          return 'same';
        }
        database
          .prepare('INSERT INTO revision (release, print) VALUES (?, ?)')
          .run(print.releaseId, canonicalJson(print));
        return 'kept';
      });
    },

    async revisions(releaseId) {
      return revisions(releaseId);
    },
  };
}
