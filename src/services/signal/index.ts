import { createQueues } from '#domain/queues.ts';
import { bind, type Needs } from '#services/bind.ts';
import { decideNow, judgeNow, lookNow } from './decide-now.ts';
import { evaluateServers } from './evaluate-servers.ts';
import { evaluateCheck, evaluateClose } from './evaluate-session.ts';
import { explainDecision, findDecisions } from './explain-decision.ts';
import { foresee } from './foresee.ts';
import { withManualFigures, withManualForecasts } from './manual-figures.ts';
import { nextRelease } from './next-release.ts';
import { ratioNow } from './ratio-now.ts';
import { readSkew } from './read-skew.ts';
import { readSignal } from './read-signal.ts';
import { reviewDecisions } from './review-decisions.ts';
import { scoreRecommendations } from './score-recommendations.ts';
import { signalHistory } from './signal-history.ts';
import { takeSnapshot } from './take-snapshot.ts';

type Inner =
  | 'readSkew'
  | 'takeSnapshot'
  | 'withManualFigures'
  | 'scoreRecommendations'
  | 'inTurn'
  | 'decideNow'
  | 'nextRelease';

type EvaluationDeps = Needs<
  | typeof readSkew
  | typeof takeSnapshot
  | typeof withManualFigures
  | typeof scoreRecommendations
  | typeof nextRelease
> &
  Omit<Needs<typeof evaluateServers | typeof judgeNow | typeof ratioNow | typeof foresee>, Inner>;

type SessionDeps = Needs<typeof evaluateClose | typeof reviewDecisions>;
type SignalDeps = Needs<typeof readSignal | typeof signalHistory | typeof explainDecision>;

export type DecisionNow = Awaited<ReturnType<EvaluationServices['decideNow']>>;
export type EvaluationServices = ReturnType<typeof bindEvaluation>;
export type SessionServices = ReturnType<typeof bindSessions>;
export type SignalServices = ReturnType<typeof bindSignal>;

/** How a market becomes a decision, for who asks for one. */
export function bindEvaluation(deps: EvaluationDeps) {
  const looks = {
    takeSnapshot: bind(takeSnapshot, deps),
    withManualFigures: bind(withManualFigures, deps),
  };
  const all = { ...deps, ...looks };
  const decide = bind(decideNow, all);
  return {
    ...looks,
    withManualForecasts: bind(withManualForecasts, deps),
    lookNow: bind(lookNow, all),
    decideNow: decide,
    ratioNow: bind(ratioNow, { ...all, decideNow: decide }),
    judgeNow: bind(judgeNow, all),
    foresee: bind(foresee, all),
    evaluateServers: bind(evaluateServers, {
      ...all,
      readSkew: bind(readSkew, deps),
      scoreRecommendations: bind(scoreRecommendations, deps),
      nextRelease: bind(nextRelease, deps),
      inTurn: createQueues(),
    }),
  };
}

/** What the clock asks of the signal. */
export function bindSessions(deps: SessionDeps) {
  return {
    evaluateCheck: bind(evaluateCheck, deps),
    evaluateClose: bind(evaluateClose, deps),
    reviewDecisions: bind(reviewDecisions, deps),
  };
}

/** What may be asked of the signal. */
export function bindSignal(deps: SignalDeps) {
  return {
    readSignal: bind(readSignal, deps),
    explainDecision: bind(explainDecision, deps),
    findDecisions: bind(findDecisions, deps),
    signalHistory: bind(signalHistory, deps),
  };
}
