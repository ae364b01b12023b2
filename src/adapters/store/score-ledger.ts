import type { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import { canonicalJson } from '#domain/canonical-json.ts';
import type { Decision } from '#domain/signal/decision.ts';
import type { Score } from '#domain/signal/score.ts';
import type { ScoreLedger } from '#ports/ledger/score-ledger.ts';
import { storedJson } from './stored-json.ts';
import { inTransaction } from './transaction.ts';

const Row = z.object({ score: storedJson<Score>() });
const DecisionRow = z.object({ decision: storedJson<Decision>() });

const KEEP = `
  INSERT INTO score (server, decision, horizon, session, score) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`;

const RECOMMENDED = `
  SELECT decision FROM decision WHERE server = ? AND decision ->> '$.adopts' IS NOT NULL ORDER BY place`;

/** What came of recommendations, one row for each horizon. */
export function createScoreLedger(database: DatabaseSync): ScoreLedger {
  return {
    async keepScores(server, scores) {
      inTransaction(database, () => {
        for (const score of scores) {
          const { decisionId, horizon, session } = score;
          database.prepare(KEEP).run(server, decisionId, horizon, session, canonicalJson(score));
        }
      });
    },

    async scores(server) {
      const rows = database
        .prepare('SELECT score FROM score WHERE server = ? ORDER BY session, horizon')
        .all(server);
      return z
        .array(Row)
        .parse(rows)
        .map(({ score }) => score);
    },

    async recommendations(server) {
      return z
        .array(DecisionRow)
        .parse(database.prepare(RECOMMENDED).all(server))
        .map(({ decision }) => decision);
    },
  };
}
