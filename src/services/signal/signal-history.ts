import type { Decision } from '#domain/signal/decision.ts';
import { isProblem } from '#domain/problem.ts';
import type { Calibration, Score } from '#domain/signal/score.ts';
import { calibrate } from '#engine/calibration/calibrate.ts';
import type { DecisionLedger } from '#ports/ledger/ledger.ts';
import type { ScoreLedger } from '#ports/ledger/score-ledger.ts';
import type { EvaluateNow } from './evaluate-now.ts';
import type { ScoreRecommendations } from './score-recommendations.ts';

/** What was decided, and how the recommendations among it have done. */
export type SignalHistory = {
  /** Newest first. */
  readonly decisions: readonly Decision[];
  readonly calibration: readonly Calibration[];
  /** The latest, newest first. */
  readonly scores: readonly Score[];
  readonly watermark?: string;
};

export type HistoryServices = {
  signalHistory(server: string, signal: AbortSignal): Promise<SignalHistory>;
};

export type SignalHistoryParts = {
  readonly ledger: DecisionLedger & ScoreLedger;
  readonly evaluateNow: EvaluateNow;
  readonly scoreRecommendations: ScoreRecommendations;
  readonly watermark?: string;
};

/** Decisions and scores shown at once. */
const DECISIONS = 12;
const SCORES = 6;

export function createHistoryServices(parts: SignalHistoryParts): HistoryServices {
  const { ledger, watermark } = parts;
  return {
    async signalHistory(server, signal) {
      await scoreWhatIsDue(parts, server, signal);
      const scores = await ledger.scores(server);
      return {
        decisions: await ledger.decisions(server, DECISIONS),
        calibration: calibrate(scores),
        scores: scores.toReversed().slice(0, SCORES),
        ...(watermark !== undefined && { watermark }),
      };
    },
  };
}

/** What is stored is told even while no market can be looked at. */
async function scoreWhatIsDue(
  { evaluateNow, scoreRecommendations }: SignalHistoryParts,
  server: string,
  signal: AbortSignal,
): Promise<void> {
  try {
    const { market } = await evaluateNow(server, signal);
    await scoreRecommendations(server, market);
  } catch (error) {
    if (!isProblem(error)) {
      throw error;
    }
  }
}
