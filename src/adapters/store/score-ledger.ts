import { canonicalJson } from '#domain/canonical-json.ts';
import type { Decision } from '#domain/signal/decision.ts';
import type { Score } from '#domain/signal/score.ts';
import type { ScoreLedger } from '#ports/ledger/score-ledger.ts';
import { decisionSchema, scoreSchema } from '#adapters/store/schemas/decision-schemas.ts';
import { slices, type StoreDatabase } from './store-database.ts';
import { storedJson } from './stored-json.ts';

const readScore = storedJson<Score>('score', scoreSchema);
const readDecision = storedJson<Decision>('decision', decisionSchema);

/** What came of recommendations, one row for each horizon. */
export function createScoreLedger(database: StoreDatabase): ScoreLedger {
  return {
    async keepScores(server, scores) {
      const rows = scores.map((score) => {
        const { decisionId: decision, horizon, session } = score;
        return { server, decision, horizon, session, score: canonicalJson(score) };
      });
      await database.transaction(async (trx) => {
        for (const slice of slices(rows)) {
          await trx
            .insertInto('score')
            .values(slice)
            .onConflict((conflict) => conflict.columns(['server', 'decision', 'horizon']).doNothing())
            .execute();
        }
      });
    },

    async scores(server) {
      const rows = await database.db
        .selectFrom('score')
        .select(['decision', 'horizon', 'score'])
        .where('server', '=', server)
        .orderBy('session')
        .orderBy('horizon')
        .execute();
      return rows.map(({ decision, horizon, score }) => readScore(score, `${decision}/${horizon}`));
    },

    async recommendations(server) {
      const rows = await database.db
        .selectFrom('decision')
        .select(['id', 'decision'])
        .where('server', '=', server)
        .where('recommends', '=', 1)
        .orderBy('place')
        .execute();
      return rows.map(({ id, decision }) => readDecision(decision, id));
    },
  };
}
