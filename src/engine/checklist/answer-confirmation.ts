import type { ChecklistAnswer, ChecklistFinding, ChecklistStatus } from '#domain/checklist/checklist.ts';
import type { Decision } from '#domain/signal/decision.ts';
import type { Truth } from '#domain/signal/evidence.ts';
import type { Settings } from '#domain/settings/settings.ts';
import { evidenceOf } from './evidence-of.ts';

/** Item 4: do both RSI and MACD confirm? */
export function answerConfirmation(decision: Decision, settings: Settings): ChecklistAnswer {
  const rsi = evidenceOf(decision, 'rsi');
  const macd = evidenceOf(decision, 'macd');
  const [status, finding] = judge(rsi.truth, macd.truth);
  return {
    item: 'dual-confirmation',
    number: 4,
    status,
    finding,
    measures: [...rsi.measures, ...macd.measures],
    facts: [settings['confirm.windowBars']],
  };
}

function judge(rsi: Truth, macd: Truth): readonly [ChecklistStatus, ChecklistFinding] {
  if (rsi === 'unknown' || macd === 'unknown') {
    return ['unknown', 'unknown'];
  }
  if (rsi === 'true') {
    return macd === 'true' ? ['act', 'both'] : ['watch', 'rsi-only'];
  }
  return macd === 'true' ? ['watch', 'macd-only'] : ['ok', 'neither'];
}
