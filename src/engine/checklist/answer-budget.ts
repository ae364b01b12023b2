import type { ChecklistAnswer, ChecklistStatus } from '#domain/checklist/checklist.ts';
import type { HedgeReport } from '#domain/hedge/hedge-report.ts';

/** Part of the year's budget from which it is worth an eye. */
const NEARLY = 0.8;

/** Item 12: what has the hedge cost, and is it kept apart from the condors? */
export function answerBudget(standing: HedgeReport | undefined): ChecklistAnswer {
  const about = { item: 'hedge-budget', number: 12, measures: [] } as const;
  if (!standing) {
    return { ...about, status: 'unknown', finding: 'no-lots', facts: [] };
  }
  const { net, budget, used, unpriced } = standing.cost;
  const cost = Math.round(net) + 0;
  if (budget === undefined || used === undefined) {
    return { ...about, status: 'unknown', finding: 'budget-unset', facts: [cost, unpriced.length] };
  }
  return {
    ...about,
    status: statusOf(used),
    finding: used > 1 ? 'budget-over' : 'budget-within',
    facts: [cost, Math.round(budget), Math.round(used * 100), unpriced.length],
  };
}

function statusOf(used: number): ChecklistStatus {
  if (used > 1) {
    return 'act';
  }
  return used >= NEARLY ? 'watch' : 'ok';
}
