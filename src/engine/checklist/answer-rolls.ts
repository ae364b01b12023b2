import type { ChecklistAnswer } from '#domain/checklist/checklist.ts';
import type { HedgeReport } from '#domain/hedge/hedge-report.ts';

/** Item 11: is a layer due to be rolled? */
export function answerRolls(standing: HedgeReport | undefined): ChecklistAnswer {
  const about = { item: 'rolls-due', number: 11, measures: [] } as const;
  if (!standing) {
    return { ...about, status: 'unknown', finding: 'no-lots', facts: [] };
  }
  const [first] = standing.rolls;
  return first
    ? {
        ...about,
        status: 'act',
        finding: 'rolls',
        facts: [standing.rolls.length, first.lotId, first.expiry, first.daysLeft, first.daysHeld],
      }
    : { ...about, status: 'ok', finding: 'no-rolls', facts: [] };
}
