import type { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import { canonicalJson } from '#domain/canonical-json.ts';
import { initialSourceState, type SourceState } from '#domain/health/source-state.ts';
import type { SourceLedger } from '#ports/ledger/source-ledger.ts';
import { storedJson } from './stored-json.ts';
import { inTransaction } from './transaction.ts';

const Row = z.object({ standing: storedJson<SourceState>() }).transform(({ standing }) => standing);

/** How each source has served us, one row each. */
export function createSourceLedger(database: DatabaseSync): SourceLedger {
  function standingOf(source: string): SourceState {
    const row = database.prepare('SELECT standing FROM source WHERE name = ?').get(source);
    return row ? Row.parse(row) : initialSourceState(source);
  }

  return {
    async changeSource(source, change) {
      return inTransaction(database, () => {
        const { standing, answer } = change(standingOf(source));
        database
          .prepare('INSERT OR REPLACE INTO source (name, standing) VALUES (?, ?)')
          .run(source, canonicalJson(standing));
        return answer;
      });
    },

    async sourceState(source) {
      return standingOf(source);
    },

    async sourceStates() {
      return z.array(Row).parse(database.prepare('SELECT standing FROM source ORDER BY name').all());
    },
  };
}
