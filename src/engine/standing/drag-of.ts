import type { DragSummary, HedgeStanding } from '../../domain/hedge-standing.ts';
import type { Condor } from '../../domain/lot.ts';
import { condorValue } from '../exposure/condor-value.ts';
import { hedgeFlows } from '../exposure/hedge-flows.ts';
import { irrDrag } from '../returns/irr-drag.ts';
import type { StandingCase } from './standing-case.ts';

/**
 * The condor that was sold first, as if it were bought back now, beside the Russell 2000 held since the same day.
 *
 * The index stands in for an ETF: without dividends and without a fee. Hedge flows of those days are counted.
 *
 * @returns nothing where the credit, the condor's value or a close is not known, or on the day it was sold
 */
export function dragOf(given: StandingCase): Pick<HedgeStanding, 'drag'> {
  const condors = given.positions.condors.filter(({ credit }) => credit !== undefined);
  const [first] = condors.toSorted((one, other) => (one.openedOn < other.openedOn ? -1 : 1));
  const drag = first && dragSince(first, given);
  return drag ? { drag } : {};
}

function dragSince(lot: Condor, given: StandingCase): DragSummary | undefined {
  const { smallCaps, lastSession: until, sources, lots } = given;
  const { openedOn: from, strikes, quantity, credit = 0 } = lot;
  const [entryPrice, exitPrice] = [smallCaps.get(from), smallCaps.get(until)];
  const value = condorValue(lot, sources).model;
  const width = Math.max(strikes.shortPut - strikes.longPut, strikes.longCall - strikes.shortCall);
  if (entryPrice === undefined || exitPrice === undefined || value === undefined || from >= until) {
    return undefined;
  }
  if (!(credit < width) || !(value >= 0 && value <= width)) {
    return undefined;
  }
  const flows = hedgeFlows(lots).flows.filter(({ on }) => from <= on && on <= until);
  const drag = irrDrag(
    { entry: from, exit: until, shares: 1, entryPrice, exitPrice, dividends: [] },
    {
      entry: from,
      expiry: until,
      contracts: quantity,
      width,
      credit,
      payout: value,
      hedge: flows.map(({ on, dollars }) => ({ day: on, amount: dollars })),
    },
  );
  return {
    lotId: lot.id,
    from,
    until,
    days: drag.days,
    condor: drag.condor.period,
    etf: drag.etf.period,
    period: drag.period,
    ...(drag.rate !== undefined && { rate: drag.rate }),
  };
}
