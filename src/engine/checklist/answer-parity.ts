import type { ChecklistAnswer } from '#domain/checklist/checklist.ts';
import type { Decision } from '#domain/signal/decision.ts';
import type { ParityReading } from '#domain/hedge/hedge-report.ts';
import { evidenceOf } from './evidence-of.ts';

/** Item 5: are there conversions or reversals to document as the term structure moves? Expect none. */
export function answerParity(decision: Decision, readings: readonly ParityReading[]): ChecklistAnswer {
  const measures = evidenceOf(decision, 'term').measures.filter(
    ({ id }) => id === 'termChange1' || id === 'termChange5',
  );
  const about = { item: 'parity', number: 5, measures } as const;
  const [best] = readings.toSorted((first, second) => (second.edge ?? -Infinity) - (first.edge ?? -Infinity));
  if (!best) {
    return { ...about, status: 'unknown', finding: 'parity-no-quotes', facts: [] };
  }
  const { root, expiry, strike, gap, edge, side = '', isOpportunity } = best;
  return {
    ...about,
    status: isOpportunity ? 'watch' : 'ok',
    finding: isOpportunity ? 'parity-edge' : 'parity-none',
    facts: [root, expiry, strike, hundredths(gap), edge === undefined ? '' : hundredths(edge), side],
  };
}

function hundredths(points: number): number {
  return Math.round(points * 100) / 100 + 0;
}
