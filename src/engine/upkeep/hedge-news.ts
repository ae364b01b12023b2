import type { HedgeNews } from '#domain/hedge/upkeep.ts';
import type { BookedLot } from '#domain/book/book-record.ts';
import type { Positions } from '#domain/book/lot.ts';
import type { Session } from '#domain/market/session.ts';
import { type BudgetRules, hedgeCost, hedgeFlows } from './hedge-cost.ts';
import { type RollRules, rollsDue } from './rolls-due.ts';

/** Parts of the year's budget at which a server is told. */
const MARKS = [0.8, 1];

/** News under a name of its own: what was told under a name is not told again. */
export type NamedNews = { readonly name: string; readonly news: HedgeNews };

/**
 * What a server has to be told of its hedge on a day: every lot that is due to be rolled, once for each reason, and
 * 80 % and 100 % of the budget, once each in a calendar year.
 *
 * @param today - in New York, `YYYY-MM-DD`
 */
export function hedgeNews(
  { positions, lots }: { readonly positions: Positions; readonly lots: readonly BookedLot[] },
  today: Session,
  settings: RollRules & BudgetRules,
): readonly NamedNews[] {
  const due = rollsDue(positions.hedges, today, settings).flatMap((roll) =>
    roll.reasons.map((reason): NamedNews => {
      const lot = positions.hedges.find(({ id }) => id === roll.lotId);
      return {
        name: `roll.${roll.lotId}.${reason}`,
        news: {
          about: 'roll',
          roll: { ...roll, reasons: [reason] },
          isIllustration: lot?.isIllustration === true,
        },
      };
    }),
  );
  const cost = hedgeCost(hedgeFlows(lots), today, settings);
  const { used } = cost;
  const reached = used === undefined ? [] : MARKS.filter((mark) => used >= mark);
  return [
    ...due,
    ...reached.map((mark): NamedNews => ({
      name: `budget.${mark * PERCENT}.${today.slice(0, 'YYYY'.length)}`,
      news: { about: 'budget', reached: mark, cost },
    })),
  ];
}

const PERCENT = 100;
