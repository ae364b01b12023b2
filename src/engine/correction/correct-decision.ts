import type { Correction, DecisionChange } from '#domain/signal/correction.ts';
import type { Decision } from '#domain/signal/decision.ts';
import type { PrintReading } from '#domain/releases/print.ts';
import type { Snapshot } from '#domain/signal/snapshot.ts';
import { evaluate } from '#engine/decision/evaluate.ts';
import type { EvaluationInputs } from '#engine/decision/assess.ts';
import { isOnlyShown } from '#engine/evidence/gather-evidence.ts';
import { changedInputs } from './changed-inputs.ts';
import type { DailyBreadth, DailyCloses, MarketHistory } from '#domain/market/market.ts';

/** What bears the conclusion, beside what is only shown with it. */
const CONCLUSION: readonly DecisionChange['of'][] = ['rank', 'target', 'step'];

/**
 * Makes a decision again, at its own instant and with everything that was remembered then, on what is known now of
 * that instant.
 *
 * @returns `undefined` where nothing that a reader relied on is otherwise, and while less is known than then
 */
export function correctDecision(
  decision: Decision,
  inputs: EvaluationInputs,
  retaken: Snapshot,
): Correction | undefined {
  if (knowsLess(retaken.market, inputs.snapshot.market)) {
    return undefined;
  }
  const again = evaluate({ ...inputs, snapshot: retaken });
  const changes = differences(decision, again);
  return changes.length === 0
    ? undefined
    : {
        decisionId: decision.id,
        decidedAt: decision.asOf,
        changes,
        inputs: changedInputs(inputs.snapshot.market, retaken.market),
        isConclusion: changes.some(({ of }) => CONCLUSION.includes(of)),
      };
}

function differences(before: Decision, after: Decision): readonly DecisionChange[] {
  const [was, is] = [classOf(before.print), classOf(after.print)];
  return [
    ...(was === is ? [] : [{ of: 'print', was, is } as const]),
    ...before.evidence.flatMap(({ id, truth }): DecisionChange[] => {
      const now = after.evidence.find((piece) => piece.id === id)?.truth ?? 'unknown';
      return now === truth || isOnlyShown(id) ? [] : [{ of: 'evidence', id, was: truth, is: now }];
    }),
    ...(before.rank === after.rank ? [] : [{ of: 'rank', was: before.rank, is: after.rank } as const]),
    ...numbers('target', before.ratio.target, after.ratio.target),
    ...numbers('step', before.ratio.step, after.ratio.step),
    ...numbers('degraded', before.degraded.length, after.degraded.length),
  ];
}

function numbers(of: 'target' | 'step' | 'degraded', was: number, is: number): readonly DecisionChange[] {
  return was === is ? [] : [{ of, was, is }];
}

function classOf(print: PrintReading | undefined): Extract<DecisionChange, { of: 'print' }>['was'] {
  return print?.classified ? print.class : 'unclassified';
}

const INDICES = ['rut', 'spx', 'vix', 'vix3m', 'vix9d', 'rvx'] as const;
const UNIVERSES = ['small', 'large'] as const;

/**
 * Whether a reading of the market knows less than an earlier one: a series or its last session is not to be had, or a
 * fund stands in for an index. What a source does not say today is no correction of what it said then.
 */
function knowsLess(after: MarketHistory, before: MarketHistory): boolean {
  return (
    INDICES.some((index) => isPoorer(after[index], before[index])) ||
    UNIVERSES.some((universe) => hasLostCounts(after.breadth?.[universe], before.breadth?.[universe]))
  );
}

function isPoorer(after: DailyCloses | undefined, before: DailyCloses | undefined): boolean {
  const last = before?.closes.at(-1)?.session;
  if (!before || last === undefined) {
    return false;
  }
  const isStandIn = after?.quality === 'proxy' && before.quality !== 'proxy';
  return isStandIn || after?.closes.some(({ session }) => session === last) !== true;
}

function hasLostCounts(after: DailyBreadth | undefined, before: DailyBreadth | undefined): boolean {
  const last = before?.days.at(-1)?.session;
  return last !== undefined && after?.days.some(({ session }) => session === last) !== true;
}
