import type { ChecklistAnswer, ChecklistStatus } from '#domain/checklist/checklist.ts';
import type { HedgeReport, ParityReading } from '#domain/hedge/hedge-report.ts';
import type { Decision } from '#domain/signal/decision.ts';
import { evidenceOf } from './answer-evidence.ts';

/** Dollars that the drag is told for. */
const DRAG_CAPITAL = 100_000;

/** Item 3: what does an unhedged small-cap position cost beside the condor, per $100,000? */
export function answerDrag(report: HedgeReport | undefined): ChecklistAnswer {
  const about = { item: 'irr-drag', number: 3, measures: [] } as const;
  const drag = report?.drag;
  if (!drag) {
    const finding = report ? 'drag-unknown' : 'no-lots';
    return { ...about, status: 'unknown', finding, facts: [] };
  }
  const { days, condor, etf, period, lotId } = drag;
  return {
    ...about,
    status: period > 0 ? 'watch' : 'ok',
    finding: period > 0 ? 'etf-trails' : 'etf-leads',
    facts: [lotId, days, percent(condor), percent(etf), Math.round(DRAG_CAPITAL * Math.abs(period))],
  };
}

function percent(fraction: number): number {
  return Math.round(fraction * 10_000) / 100 + 0;
}

/** Item 7: how far is the nearest break-even, in standard deviations or, at the end, in expected moves? */
export function answerBreakEven(report: HedgeReport | undefined): ChecklistAnswer {
  const about = { item: 'break-even', number: 7, measures: [] } as const;
  const known = (report?.breakEvens ?? []).flatMap(({ lotId, buffer }) =>
    buffer.known ? [{ lotId, ...buffer.value }] : [],
  );
  const [nearest] = known.toSorted((first, second) => first.multiples - second.multiples);
  if (!report || !nearest) {
    const finding = report && report.breakEvens.length > 0 ? 'break-even-unknown' : 'no-condors';
    return { ...about, status: 'unknown', finding, facts: [] };
  }
  const { lotId, side, multiples, basis, threshold, points, isEnough } = nearest;
  const [far, near] =
    basis === 'deviations'
      ? (['break-even-z-far', 'break-even-z-near'] as const)
      : (['break-even-far', 'break-even-near'] as const);
  return {
    ...about,
    status: isEnough ? 'ok' : 'act',
    finding: isEnough ? far : near,
    facts: [lotId, side, multiples, threshold, Math.round(points)],
  };
}

/** Part of the year's budget from which it is worth an eye. */
const NEARLY = 0.8;

/** Item 12: what has the hedge cost, and is it kept apart from the condors? */
export function answerBudget(report: HedgeReport | undefined): ChecklistAnswer {
  const about = { item: 'hedge-budget', number: 12, measures: [] } as const;
  if (!report) {
    return { ...about, status: 'unknown', finding: 'no-lots', facts: [] };
  }
  const { net, budget, used, unpriced } = report.cost;
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
  const { root, expiry, strike, gap, box, edge, side = '', isOpportunity } = best;
  const place = [root, expiry, strike, hundredths(gap)];
  if (edge === undefined) {
    return { ...about, status: 'unknown', finding: 'parity-no-edge', facts: place };
  }
  const status = isOpportunity ? 'watch' : 'ok';
  return box
    ? {
        ...about,
        status,
        finding: isOpportunity ? 'box-edge' : 'box-none',
        facts: [expiry, `${strike}/${box.upper}`, Math.round(box.spread), hundredths(edge), side],
      }
    : {
        ...about,
        status,
        finding: isOpportunity ? 'parity-edge' : 'parity-none',
        facts: [...place, hundredths(edge), side],
      };
}

function hundredths(points: number): number {
  return Math.round(points * 100) / 100 + 0;
}
