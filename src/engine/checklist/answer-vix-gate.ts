import type { ChecklistAnswer, ChecklistFinding, ChecklistStatus } from '#domain/checklist/checklist.ts';
import type { Decision } from '#domain/signal/decision.ts';
import type { Settings } from '#domain/settings/settings.ts';
import type { Snapshot } from '#domain/signal/snapshot.ts';
import { expectedDailyRange } from '#engine/evidence/expected-daily-range.ts';
import { gatesPassed } from '#engine/evidence/volatility-report.ts';
import { evidenceOf } from './evidence-of.ts';

/** Gates passed from which an up-step is halved. */
const HALVING_GATE = 2;

/** Item 8: how high is the VIX, how does its curve slope, and how far does SPX travel in a day? */
export function answerVixGate(decision: Decision, snapshot: Snapshot, settings: Settings): ChecklistAnswer {
  const gate = evidenceOf(decision, 'lateGate');
  const term = evidenceOf(decision, 'term');
  const vix = gate.measures.find(({ id }) => id === 'vixLevel')?.value;
  const passed = vix === undefined ? undefined : gatesPassed(vix, settings);
  const [status, finding] = judge(gate.truth === 'true', passed);
  const range = expectedDailyRange(snapshot);
  return {
    item: 'vix-gate',
    number: 8,
    status,
    finding,
    measures: [...gate.measures, ...term.measures],
    facts: [passed ?? 'unknown', term.shape ?? 'unknown', range.known ? range.value : 'unknown'],
  };
}

function judge(isLate: boolean, passed: number | undefined): readonly [ChecklistStatus, ChecklistFinding] {
  if (passed === undefined) {
    return ['unknown', 'unknown'];
  }
  if (isLate) {
    return ['act', 'late-gate'];
  }
  return passed >= HALVING_GATE ? ['watch', 'halved'] : ['ok', 'calm'];
}
