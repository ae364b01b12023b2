import type { MarketMeasures } from '#engine/evidence/measure-market.ts';
import { HORIZONS, scoreStep } from '#engine/calibration/score-step.ts';
import type { ScoreLedger } from '#ports/ledger/score-ledger.ts';

/** Looks again at every recommendation whose time has come, and keeps what it finds. */
export type ScoreRecommendations = (server: string, market: MarketMeasures) => Promise<void>;

/** A score is written once: what is known later changes nothing of it. */
export function createScoreRecommendations(ledger: ScoreLedger): ScoreRecommendations {
  return async (server, market) => {
    const known = new Set(
      (await ledger.scores(server)).map(({ decisionId, horizon }) => `${decisionId} ${horizon}`),
    );
    const found = (await ledger.recommendations(server)).flatMap((decision) =>
      HORIZONS.filter((horizon) => !known.has(`${decision.id} ${horizon}`)).flatMap(
        (horizon) => scoreStep(decision, horizon, market) ?? [],
      ),
    );
    if (found.length > 0) {
      await ledger.keepScores(server, found);
    }
  };
}
