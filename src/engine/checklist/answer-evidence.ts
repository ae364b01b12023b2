import type { Decision } from '#domain/signal/decision.ts';
import type { Evidence, EvidenceId, Truth } from '#domain/signal/evidence.ts';
import type { ChecklistAnswer, ChecklistFinding, ChecklistStatus } from '#domain/checklist/checklist.ts';
import type { Settings } from '#domain/settings/settings.ts';
import type { Snapshot } from '#domain/signal/snapshot.ts';

/** A decision's piece of evidence; unknown where the decision has none of that kind. */
export function evidenceOf({ evidence }: Pick<Decision, 'evidence'>, id: EvidenceId): Evidence {
  return (
    evidence.find((piece) => piece.id === id) ?? {
      id,
      truth: 'unknown',
      reason: 'not-supplied',
      measures: [],
    }
  );
}

/** Item 6: does the Russell stand below its average, and is a Time-Shift worth a look? */
export function answerAverages(decision: Decision, settings: Settings): ChecklistAnswer {
  const [status, finding] = judgeAverages(decision);
  return {
    item: 'moving-averages',
    number: 6,
    status,
    finding,
    measures: evidenceOf(decision, 'trend').measures,
    facts: [settings['trend.period']],
  };
}

/**
 * A break on a weak print asks for the Time-Shift review. Weak momentum alone, with healthy breadth and a normal
 * curve, asks for no more than that.
 */
function judgeAverages(decision: Decision): readonly [ChecklistStatus, ChecklistFinding] {
  const trend = evidenceOf(decision, 'trend').truth;
  if (trend === 'unknown') {
    return ['unknown', 'unknown'];
  }
  const isWeak = evidenceOf(decision, 'print').truth === 'true';
  if (isWeak && isOnlyMomentum(decision)) {
    return ['watch', 'time-shift-only'];
  }
  if (trend === 'true') {
    return isWeak ? ['act', 'time-shift-review'] : ['watch', 'below'];
  }
  return ['ok', 'above'];
}

function isOnlyMomentum(decision: Decision): boolean {
  const isTrue = (id: 'trend' | 'rsi' | 'macd'): boolean => evidenceOf(decision, id).truth === 'true';
  const hasMomentum = isTrue('trend') || isTrue('rsi') || isTrue('macd');
  const hasBoth = isTrue('rsi') && isTrue('macd');
  const isHealthy = evidenceOf(decision, 'breadth').truth === 'false';
  return hasMomentum && !hasBoth && isHealthy && evidenceOf(decision, 'term').shape === 'normal';
}

/** Item 2: does the advance/decline line of small caps part from that of large caps? */
export function answerBreadth(
  decision: Decision,
  { market: { breadth } }: Snapshot,
  settings: Settings,
): ChecklistAnswer {
  const { truth, measures } = evidenceOf(decision, 'breadth');
  const facts = breadth ? [breadth.small.universe, breadth.large.universe, settings['breadth.sessions']] : [];
  const item = { item: 'breadth-divergence', number: 2, measures, facts } as const;
  switch (truth) {
    case 'true':
      return { ...item, status: 'watch', finding: 'diverging' };
    case 'false':
      return { ...item, status: 'ok', finding: 'level' };
    case 'unknown':
      return { ...item, status: 'unknown', finding: 'unknown' };
  }
}

/** Item 4: do both RSI and MACD confirm? */
export function answerConfirmation(decision: Decision, settings: Settings): ChecklistAnswer {
  const rsi = evidenceOf(decision, 'rsi');
  const macd = evidenceOf(decision, 'macd');
  const [status, finding] = judgeConfirmation(rsi.truth, macd.truth);
  return {
    item: 'dual-confirmation',
    number: 4,
    status,
    finding,
    measures: [...rsi.measures, ...macd.measures],
    facts: [settings['confirm.windowBars']],
  };
}

function judgeConfirmation(rsi: Truth, macd: Truth): readonly [ChecklistStatus, ChecklistFinding] {
  if (rsi === 'unknown' || macd === 'unknown') {
    return ['unknown', 'unknown'];
  }
  if (rsi === 'true') {
    return macd === 'true' ? ['act', 'both'] : ['watch', 'rsi-only'];
  }
  return macd === 'true' ? ['watch', 'macd-only'] : ['ok', 'neither'];
}
