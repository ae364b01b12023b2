import type { MarketMeasures } from '#engine/evidence/measure-market.ts';
import { HORIZONS, scoreStep } from '#engine/calibration/score-step.ts';
import type { ScoreLedger } from '#ports/ledger/score-ledger.ts';

/**
 * Looks again at every recommendation whose time has come, and stores what it finds. A score is written once: what is
 * known later changes nothing of it.
 */
export async function scoreRecommendations(
  { ledger }: { readonly ledger: ScoreLedger },
  server: string,
  market: MarketMeasures,
): Promise<void> {
  const known = new Set(
    (await ledger.scores(server)).map(({ decisionId, horizon }) => `${decisionId} ${horizon}`),
  );
  const scores = (await ledger.recommendations(server)).flatMap((decision) =>
    HORIZONS.filter((horizon) => !known.has(`${decision.id} ${horizon}`)).flatMap(
      (horizon) => scoreStep(decision, horizon, market) ?? [],
    ),
  );
  if (scores.length > 0) {
    await ledger.keepScores(server, scores);
  }
}
