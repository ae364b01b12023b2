import type { ChecklistAnswer, ChecklistFinding, ChecklistStatus } from '#domain/checklist/checklist.ts';
import type { Decision } from '#domain/signal/decision.ts';
import type { Settings } from '#domain/settings/settings.ts';
import { evidenceOf } from './evidence-of.ts';

/** Item 6: does the Russell stand below its average, and is a Time-Shift worth a look? */
export function answerAverages(decision: Decision, settings: Settings): ChecklistAnswer {
  const [status, finding] = judge(decision);
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
function judge(decision: Decision): readonly [ChecklistStatus, ChecklistFinding] {
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
