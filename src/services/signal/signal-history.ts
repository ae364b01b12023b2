import type { Decision } from '#domain/signal/decision.ts';
import { isProblem } from '#domain/problem.ts';
import type { Calibration, Score } from '#domain/signal/score.ts';
import { calibrate } from '#engine/calibration/score-step.ts';
import type { DecisionLedger } from '#ports/ledger/ledger.ts';
import type { ScoreLedger } from '#ports/ledger/score-ledger.ts';
import type { Bound } from '#services/bind.ts';
import type { lookNow } from './decide-now.ts';
import { scoreRecommendations } from './score-recommendations.ts';

/** What was decided, and how the recommendations among it have done. */
export type SignalHistory = {
  /** Newest first. */
  readonly decisions: readonly Decision[];
  readonly calibration: readonly Calibration[];
  /** The latest, newest first. */
  readonly scores: readonly Score[];
  readonly watermark?: string;
};

type HistoryDeps = {
  readonly ledger: Pick<DecisionLedger, 'decisions'> & ScoreLedger;
  readonly lookNow: Bound<typeof lookNow>;
  readonly watermark?: string;
};

/** Decisions and scores shown at once. */
const DECISIONS = 12;
const SCORES = 6;

export async function signalHistory(
  deps: HistoryDeps,
  server: string,
  signal: AbortSignal,
): Promise<SignalHistory> {
  const { ledger, watermark } = deps;
  await scoreWhatIsDue(deps, server, signal);
  const scores = await ledger.scores(server);
  return {
    decisions: await ledger.decisions(server, DECISIONS),
    calibration: calibrate(scores),
    scores: scores.toReversed().slice(0, SCORES),
    ...(watermark !== undefined && { watermark }),
  };
}

/** What is stored is told even while no market can be looked at. */
async function scoreWhatIsDue(deps: HistoryDeps, server: string, signal: AbortSignal): Promise<void> {
  try {
    const { market } = await deps.lookNow(server, signal);
    await scoreRecommendations(deps, server, market);
  } catch (error) {
    if (!isProblem(error)) {
      throw error;
    }
  }
}
