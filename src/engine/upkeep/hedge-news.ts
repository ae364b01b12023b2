import type { HedgeNews } from '#domain/hedge/upkeep.ts';
import type { BookedLot } from '#domain/book/book-record.ts';
import type { Positions } from '#domain/book/lot.ts';
import type { Session } from '#domain/market/session.ts';
import { type BudgetRules, hedgeCost, hedgeFlows } from './hedge-cost.ts';
import { rollDueOn, type RollRules, rollsDue } from './rolls-due.ts';

/** Parts of the year's budget at which a server is told. */
const MARKS = [0.8, 1];

/** News under a name of its own: what was told under a name is not told again. */
export type NamedNews = { readonly name: string; readonly news: HedgeNews };

/**
 * What a server has to be told of its hedge on a day: what is due to be rolled, in one message an expiry and a day on
 * which more of it became due, and 80 % and 100 % of the budget, once each in a calendar year.
 *
 * @param today - in New York, `YYYY-MM-DD`
 */
export function hedgeNews(
  { positions, lots }: { readonly positions: Positions; readonly lots: readonly BookedLot[] },
  today: Session,
  settings: RollRules & BudgetRules,
): readonly NamedNews[] {
  const cost = hedgeCost(hedgeFlows(lots), today, settings);
  const { used } = cost;
  const reached = used === undefined ? [] : MARKS.filter((mark) => used >= mark);
  return [
    ...rollNews(positions, today, settings),
    ...reached.map((mark): NamedNews => ({
      name: `budget.${mark * PERCENT}.${today.slice(0, 'YYYY'.length)}`,
      news: { about: 'budget', reached: mark, cost },
    })),
  ];
}

const PERCENT = 100;

function rollNews({ hedges }: Positions, today: Session, settings: RollRules): readonly NamedNews[] {
  const rolls = rollsDue(hedges, today, settings);
  const expiries = [...new Set(rolls.map(({ expiry }) => expiry))];
  return expiries.flatMap((expiry): readonly NamedNews[] => {
    const due = rolls.filter((roll) => roll.expiry === expiry);
    const [roll, ...others] = due;
    const days = due.map((one) => rollDueOn(one, today, settings)).toSorted();
    const lots = hedges.filter(({ id }) => due.some(({ lotId }) => lotId === id));
    const isIllustration = lots.every((lot) => lot.isIllustration === true);
    return roll
      ? [
          {
            name: `roll.${expiry}.${days.at(-1) ?? today}`,
            news: { about: 'roll', roll, ...(others.length > 0 && { others }), isIllustration },
          },
        ]
      : [];
  });
}
