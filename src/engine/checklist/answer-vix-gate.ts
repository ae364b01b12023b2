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
  const rise = riseOf(skew);
  const hasMoved = ![before, shape].includes('unknown') && before !== shape;
  const [status, finding] = judge(gate.truth === 'true', passed, { rise, hasMoved });
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
      ...skewFacts(skew, rise),
    ],
  };
}

/** What the curve was at the close before the latest print; unknown without a print. */
function shapeBefore({ market, prints }: Snapshot, settings: Settings): string {
  const latest = prints.at(-1);
  return (latest && slopeBefore(market, settings, latest.dayZero)?.shape) ?? 'unknown';
}

/** Vol points since before the print; `undefined` where nobody looked then. */
function riseOf(skew: SkewReport | undefined): number | undefined {
  return skew?.before && points(skew.putSkew - skew.before.putSkew);
}

function points(volatility: number): number {
  return roundOff(volatility * PERCENT);
}

function skewFacts(skew: SkewReport | undefined, rise: number | undefined): ChecklistAnswer['facts'] {
  const { value, percentile } = skew?.index ?? {};
  return [
    skew ? points(skew.putSkew) : 'unknown',
    rise ?? 'unknown',
    value ?? 'unknown',
    percentile === undefined ? 'unknown' : Math.round(percentile * PERCENT),
  ];
}

function judge(
  isLate: boolean,
  passed: number | undefined,
  { rise, hasMoved }: { readonly rise: number | undefined; readonly hasMoved: boolean },
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
  if (rise !== undefined && rise >= SKEW_RISE) {
    return ['watch', 'skew-rose'];
  }
  return hasMoved ? ['watch', 'curve-moved'] : ['ok', 'calm'];
}
