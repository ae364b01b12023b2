import type { DragSummary, HedgeReport } from '#domain/hedge/hedge-report.ts';
import type { Condor, Hedge } from '#domain/book/lot.ts';
import type { Session } from '#domain/market/session.ts';
import type { LegValue } from '#domain/hedge/valuation.ts';
import { condorValue } from './condor-value.ts';
import { contractSize } from '#engine/valuation/priced-leg.ts';
import { hedgeFlows } from '#engine/upkeep/hedge-cost.ts';
import { priceLegs } from '#engine/valuation/price-book.ts';
import { unfoldLots } from '#engine/valuation/unfold-lots.ts';
import { UNSHIFTED, valueBook } from '#engine/valuation/value-leg.ts';
import type { CashFlow } from '#engine/returns/xirr.ts';
import { type CondorTrade, type IrrDrag, irrDrag } from '#engine/returns/irr-drag.ts';
import type { HedgeReportCase } from '#engine/account/hedge-report-case.ts';

/** Days from which a rate a year may be told: a few weeks made a year are absurd. */
const LEAST_DAYS_OF_RATE = 30;

/** Rates beyond 999 % a year say nothing. */
const MOST_RATE = 9.99;

/**
 * The condor that was sold first, as if it were bought back now, beside the Russell 2000 held since the same day.
 *
 * The index stands in for an ETF: without dividends and without a fee. The hedge is what was bought since, as if it
 * were sold now, this lot's part of it by its condors.
 *
 * @returns nothing where a credit, a price, a value or a close is not known, or on the day it was sold
 */
export function condorDrag(hedgeReportCase: HedgeReportCase): Pick<HedgeReport, 'drag'> {
  const condors = hedgeReportCase.positions.condors.filter(({ credit }) => credit !== undefined);
  const [first] = condors.toSorted((one, other) => (one.openedOn < other.openedOn ? -1 : 1));
  const drag = first && dragSince(first, hedgeReportCase);
  return drag ? { drag } : {};
}

function dragSince(lot: Condor, hedgeReportCase: HedgeReportCase): DragSummary | undefined {
  const { smallCaps, lastSession: exit } = hedgeReportCase;
  const entry = lot.openedOn;
  const [entryPrice, exitPrice] = [smallCaps.get(entry), smallCaps.get(exit)];
  const trade = tradeSince(lot, hedgeReportCase);
  if (entryPrice === undefined || exitPrice === undefined || !trade || entry >= exit) {
    return undefined;
  }
  const drag = irrDrag({ entry, exit, shares: 1, entryPrice, exitPrice, dividends: [] }, trade);
  return {
    lotId: lot.id,
    from: entry,
    until: exit,
    days: drag.days,
    condor: drag.condor.period,
    etf: drag.etf.period,
    period: drag.period,
    ...rateOf(drag),
  };
}

function rateOf({ days, rate }: IrrDrag): Pick<DragSummary, 'rate'> {
  return rate !== undefined && days >= LEAST_DAYS_OF_RATE && Math.abs(rate) <= MOST_RATE ? { rate } : {};
}

/** The lot and its part of the hedge, both as if they were given up on the last session. */
function tradeSince(lot: Condor, hedgeReportCase: HedgeReportCase): CondorTrade | undefined {
  const { openedOn: entry, strikes, quantity, credit = 0 } = lot;
  const value = condorValue(lot, hedgeReportCase.sources).model;
  const hedge = hedgeSince(entry, hedgeReportCase);
  const width = Math.max(strikes.shortPut - strikes.longPut, strikes.longCall - strikes.shortCall);
  if (value === undefined || !hedge || !(credit < width) || !(value >= 0 && value <= width)) {
    return undefined;
  }
  const part = quantity / hedgeReportCase.positions.condors.reduce((sum, condor) => sum + condor.quantity, 0);
  return {
    entry,
    expiry: hedgeReportCase.lastSession,
    contracts: quantity,
    width,
    credit,
    payout: value,
    hedge: hedge.map(({ day, amount }) => ({ day, amount: amount * part })),
  };
}

/** What the hedge bought since a day has cost and brought, and on the last session what is left of it would bring. */
function hedgeSince(from: Session, hedgeReportCase: HedgeReportCase): readonly CashFlow[] | undefined {
  const { lots, lastSession: until, geometry, sources } = hedgeReportCase;
  const bought = lots.filter(
    ({ lot }) => lot.kind === 'hedge' && from <= lot.openedOn && lot.openedOn <= until,
  );
  const { flows, unpriced } = hedgeFlows(bought);
  const open = bought.flatMap(({ lot, end }) => (lot.kind === 'hedge' && !end ? [lot] : []));
  const priced = priceLegs(unfoldLots({ condors: [], hedges: open }), sources);
  const { values, unvalued, settled } = valueBook(priced, { shift: UNSHIFTED, geometry });
  const left = values.map((value) => worth(value, open));
  if (unpriced.length + unvalued.length + settled.length > 0 || left.includes(undefined)) {
    return undefined;
  }
  return [
    ...flows.map(({ on, dollars }) => ({ day: on, amount: dollars })),
    ...left.filter((amount) => amount !== undefined).map((amount) => ({ day: until, amount })),
  ];
}

/** Dollars that a leg would bring: what a future has gained, where anybody said what it was bought at. */
function worth({ leg, lotId, price, value }: LegValue, hedges: readonly Hedge[]): number | undefined {
  if (leg.kind !== 'future') {
    return value;
  }
  const cost = hedges.find(({ id }) => id === lotId)?.cost;
  return cost === undefined ? undefined : (price - cost) * contractSize(leg) * leg.quantity;
}
