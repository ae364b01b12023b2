import type { Decision } from '#domain/signal/decision.ts';
import type { Score } from '#domain/signal/score.ts';

/** What came of recommendations. */
export interface ScoreLedger {
  /** Keeps the first score of each decision and horizon; another one is ignored. */
  keepScores(server: string, scores: readonly Score[]): Promise<void>;
  /** By session of the step, oldest first, the nearer horizon first. */
  scores(server: string): Promise<readonly Score[]>;
  /** Decisions that recommended a step and have arrived, or wait for it, oldest first. */
  recommendations(server: string): Promise<readonly Decision[]>;
}
