import type { ChecklistAnswer } from '#domain/checklist/checklist.ts';
import type { HedgeReport } from '#domain/hedge/hedge-report.ts';

/** Item 7: how many expected days lie between SPX and the nearest break-even? */
export function answerBreakEven(standing: HedgeReport | undefined): ChecklistAnswer {
  const about = { item: 'break-even', number: 7, measures: [] } as const;
  const known = (standing?.breakEvens ?? []).flatMap(({ lotId, buffer }) =>
    buffer.known ? [{ lotId, ...buffer.value }] : [],
  );
  const [nearest] = known.toSorted((first, second) => first.multiples - second.multiples);
  if (!standing || !nearest) {
    const finding = standing && standing.breakEvens.length > 0 ? 'break-even-unknown' : 'no-condors';
    return { ...about, status: 'unknown', finding, facts: [] };
  }
  const { lotId, side, multiples, threshold, points, isEnough } = nearest;
  return {
    ...about,
    status: isEnough ? 'ok' : 'act',
    finding: isEnough ? 'break-even-far' : 'break-even-near',
    facts: [lotId, side, multiples, threshold, Math.round(points)],
  };
}
