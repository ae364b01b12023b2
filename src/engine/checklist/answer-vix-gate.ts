import type { ChecklistAnswer, ChecklistFinding, ChecklistStatus } from '#domain/checklist/checklist.ts';
import type { SkewReport } from '#domain/market/term-curve.ts';
import type { Decision } from '#domain/signal/decision.ts';
import type { Snapshot } from '#domain/signal/snapshot.ts';
import type { Settings } from '#domain/settings/settings.ts';
import { expectedDailyRange } from '#engine/evidence/expected-daily-range.ts';
import { gatesPassed } from '#engine/evidence/volatility-report.ts';
import { slopeBefore } from '#engine/market/slope-before.ts';
import { roundOff } from '#engine/statistics/round-off.ts';
import { evidenceOf } from './answer-evidence.ts';

/** Gates passed from which an up-step is halved. */
const HALVING_GATE = 2;

/** Vol points that put skew has risen by when it is worth an eye. */
const SKEW_RISE = 1;

const PERCENT = 100;

type VixGateCase = {
  readonly decision: Decision;
  readonly snapshot: Snapshot;
  readonly settings: Settings;
  readonly skew?: SkewReport;
};

/**
 * Item 8: how high is the VIX, how do its curve and the skew stand against the close before the print, and how far does
 * SPX travel in a day?
 *
 * @see docs/method.md#term-curve
 */
export function answerVixGate({ decision, snapshot, settings, skew }: VixGateCase): ChecklistAnswer {
  const gate = evidenceOf(decision, 'lateGate');
  const term = evidenceOf(decision, 'term');
  const vix = gate.measures.find(({ id }) => id === 'vixLevel')?.value;
  const passed = vix === undefined ? undefined : gatesPassed(vix, settings);
  const shape = term.shape ?? 'unknown';
  const before = shapeBefore(snapshot, settings);
  const rise = skew?.before && points(skew.putSkew - skew.before.putSkew);
  const [status, finding] = judge(gate.truth === 'true', passed, {
    hasRisen: rise !== undefined && rise >= SKEW_RISE,
    hasMoved: before !== 'unknown' && shape !== 'unknown' && before !== shape,
  });
  const range = expectedDailyRange(snapshot, settings);
  return {
    item: 'vix-gate',
    number: 8,
    status,
    finding,
    measures: [...gate.measures, ...term.measures],
    facts: [
      passed ?? 'unknown',
      shape,
      range.known ? range.value : 'unknown',
      before,
      skew ? points(skew.putSkew) : 'unknown',
      rise ?? 'unknown',
      skew?.index?.value ?? 'unknown',
      percentileOf(skew) ?? 'unknown',
    ],
  };
}

/** What the curve was at the close before the latest print; unknown without a print. */
function shapeBefore({ market, prints }: Snapshot, settings: Settings): string {
  const latest = prints.at(-1);
  return (latest && slopeBefore(market, settings, latest.dayZero)?.shape) ?? 'unknown';
}

function points(volatility: number): number {
  return roundOff(volatility * PERCENT);
}

function percentileOf(skew: SkewReport | undefined): number | undefined {
  const percentile = skew?.index?.percentile;
  return percentile === undefined ? undefined : Math.round(percentile * PERCENT);
}

function judge(
  isLate: boolean,
  passed: number | undefined,
  { hasRisen, hasMoved }: { readonly hasRisen: boolean; readonly hasMoved: boolean },
): readonly [ChecklistStatus, ChecklistFinding] {
  if (passed === undefined) {
    return ['unknown', 'unknown'];
  }
  if (isLate) {
    return ['act', 'late-gate'];
  }
  if (passed >= HALVING_GATE) {
    return ['watch', 'halved'];
  }
  if (hasRisen) {
    return ['watch', 'skew-rose'];
  }
  return hasMoved ? ['watch', 'curve-moved'] : ['ok', 'calm'];
}
