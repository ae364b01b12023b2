import type { ChecklistAnswer } from '#domain/checklist/checklist.ts';
import type { HedgeReport } from '#domain/hedge/hedge-report.ts';

/** Item 3: what does an unhedged small-cap position cost beside the condor? Period returns first. */
export function answerDrag(standing: HedgeReport | undefined): ChecklistAnswer {
  const about = { item: 'irr-drag', number: 3, measures: [] } as const;
  const drag = standing?.drag;
  if (!drag) {
    const finding = standing ? 'drag-unknown' : 'no-lots';
    return { ...about, status: 'unknown', finding, facts: [] };
  }
  const { days, condor, etf, period, rate, lotId } = drag;
  return {
    ...about,
    status: period > 0 ? 'watch' : 'ok',
    finding: period > 0 ? 'drag' : 'no-drag',
    facts: [
      lotId,
      days,
      percent(condor),
      percent(etf),
      percent(period),
      rate === undefined ? '' : percent(rate),
    ],
  };
}

function percent(fraction: number): number {
  return Math.round(fraction * 10_000) / 100 + 0;
}
