import { shiftDay } from '#calendar/calendar-day.ts';
import type { HedgeCost, HedgeFlow, UnpricedFlow } from '#domain/hedge/upkeep.ts';
import type { Session } from '#domain/market/session.ts';
import type { Settings } from '#domain/settings/settings.ts';
import type { BookedLot } from '#domain/book/book-record.ts';
import type { Hedge } from '#domain/book/lot.ts';

/** Dollars per point of one contract, or per dollar of one share. Futures cost nothing to open. */
export const HEDGE_SIZES = { VIX: 100, VX: 1_000, VXM: 100, VXX: 1, UVXY: 1 } as const;

/** What hedge lots have cost and brought, oldest first, and what nobody has priced. */
export type HedgeFlows = { readonly flows: readonly HedgeFlow[]; readonly unpriced: readonly UnpricedFlow[] };

/**
 * The money that a book's hedge lots moved: paid when opened, received when closed. What settled is unpriced, for
 * what it settled at is not known, and so is whatever has no cost or price. Lots entered by mistake never were.
 *
 * A future moves no money when it is opened; closed, it moves what it gained or lost in between.
 */
export function hedgeFlows(lots: readonly BookedLot[]): HedgeFlows {
  const moves = lots.flatMap(movesOf);
  return {
    flows: moves
      .filter((move) => 'dollars' in move)
      .toSorted((first, second) => (first.on < second.on ? -1 : first.on > second.on ? 1 : 0)),
    unpriced: moves.filter((move) => 'what' in move),
  };
}

function movesOf({ lot, end }: BookedLot): readonly (HedgeFlow | UnpricedFlow)[] {
  if (lot.kind === 'condor' || end?.how === 'removed') {
    return [];
  }
  const isFuture = lot.instrument === 'VX' || lot.instrument === 'VXM';
  const opened = isFuture
    ? []
    : [move(lot, lot.openedOn, 'opened', lot.cost === undefined ? undefined : -lot.cost)];
  if (!end) {
    return opened;
  }
  if (end.how === 'expired') {
    return [...opened, { lotId: lot.id, on: end.on, what: 'settled' }];
  }
  return [...opened, move(lot, end.on, 'closed', isFuture ? gained(lot, end.price) : end.price)];
}

function gained({ cost }: Hedge, price: number | undefined): number | undefined {
  return cost === undefined || price === undefined ? undefined : price - cost;
}

function move(
  lot: Hedge,
  on: string,
  what: UnpricedFlow['what'],
  points: number | undefined,
): HedgeFlow | UnpricedFlow {
  const lotId = lot.id;
  return points === undefined
    ? { lotId, on, what }
    : { lotId, on, dollars: points * HEDGE_SIZES[lot.instrument] * lot.quantity };
}

/** Days that are looked back on, today among them. */
const LOOKBACK = 365;
const PERCENT = 100;

/** What sets the budget. */
export type BudgetRules = Pick<Settings, 'budget.annualPercent' | 'budget.capital'>;

/**
 * What a hedge has cost over the last 365 days net of what it brought, and how much of the year's budget that is.
 *
 * @param today - in New York, `YYYY-MM-DD`
 */
export function hedgeCost({ flows, unpriced }: HedgeFlows, today: Session, settings: BudgetRules): HedgeCost {
  const from = shiftDay(today, 1 - LOOKBACK);
  const counts = ({ on }: { readonly on: Session }): boolean => from <= on && on <= today;
  const dollars = flows.filter(counts).map((flow) => flow.dollars);
  const paid = dollars.reduce((sum, amount) => sum + Math.max(0, -amount), 0);
  const received = dollars.reduce((sum, amount) => sum + Math.max(0, amount), 0);
  const capital = settings['budget.capital'];
  const budget = capital === null ? undefined : (capital * settings['budget.annualPercent']) / PERCENT;
  const net = paid - received;
  return {
    from,
    until: today,
    paid,
    received,
    net: net + 0,
    ...(budget !== undefined && { budget }),
    ...(budget !== undefined && budget > 0 && { used: net / budget }),
    unpriced: unpriced.filter(counts),
  };
}

/**
 * Whether a step would take the year's cost above the budget: what the governor blocks it for.
 *
 * @param step - dollars at ask
 * @returns `undefined` without capital or without a priced step: then nothing is blocked, and that is said
 */
export function isOverBudget(
  { net, budget }: Pick<HedgeCost, 'net' | 'budget'>,
  step: number | undefined,
): boolean | undefined {
  return budget === undefined || step === undefined ? undefined : net + step > budget;
}
