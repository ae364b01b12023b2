import type { CoverReading } from '#domain/hedge/cover.ts';
import type { CondorReport } from '#domain/hedge/condor-report.ts';
import type { VegaExposure } from '#domain/hedge/book-exposure.ts';
import type { Condor } from '#domain/book/lot.ts';
import type { DatedEvent, ShiftCandidate, ShiftLegs, ShiftStrike } from '#domain/hedge/time-shift.ts';
import type { HeldLeg, OptionLeg } from '#domain/hedge/valuation.ts';
import { type CondorReportCase, breakEvenChange, condorReport } from './condor-report.ts';
import { daysBetween } from '#calendar/calendar-day.ts';
import { type PriceSources, priceLegs } from '#engine/valuation/price-book.ts';
import { coverTable, shownShocks } from '#engine/account/cover.ts';
import type { PricedLeg } from '#engine/valuation/priced-leg.ts';
import { type VegaCase, ratioOver } from '#engine/account/vega-exposure.ts';
import { shiftMargin } from './shift-margin.ts';
import { optionPrice } from './option-price.ts';
import { shiftCash } from './shift-cash.ts';
import { shiftTrades } from './shift-trades.ts';
import { UNSHIFTED, sumGreeks, valueLeg } from '#engine/valuation/value-leg.ts';
import { OPTION_MULTIPLIER } from '#engine/valuation/priced-leg.ts';
import type { Settings } from '#domain/settings/settings.ts';

/** One roll to be measured: part of a condor as it is, and as it would be. */
export type ShiftPlace = {
  readonly before: CondorReport;
  /** The whole book before it. */
  readonly account: VegaExposure;
  readonly from: Condor;
  readonly to: Condor;
  readonly side: 'put' | 'call';
  readonly legs: ShiftLegs;
  readonly strike: ShiftStrike;
};

/** Everything that a roll changes. */
export function shiftCandidate(place: ShiftPlace, timeShiftCase: TimeShiftCase): ShiftCandidate {
  const { from, to, side, legs, strike, before } = place;
  const trades = shiftTrades(from, to, side, legs);
  const cash = shiftCash(trades, timeShiftCase.sources);
  const after = condorReport(withCredit(place, cash.net ?? cash.middle?.net), timeShiftCase);
  const breakEvens = breakEvenChange(before, after, timeShiftCase.sources.forwards.spot?.value);
  const extrinsic = extrinsicOf(place, timeShiftCase.sources);
  const margin = marginOf(place, timeShiftCase.sources);
  return {
    legs,
    strike,
    quantity: from.quantity,
    expiry: to.expiry,
    settlement: to.settlement,
    daysAdded: daysBetween(from.expiry, to.expiry),
    strikesBefore: from.strikes,
    strikesAfter: to.strikes,
    ...cash,
    verdict: cash.net === undefined ? 'no-quotes' : cash.net > 0 ? 'credit' : 'debit',
    ...bookChange([...trades.closing, ...trades.opening], place.account, timeShiftCase),
    ...(extrinsic && { extrinsic }),
    ...(margin && { margin }),
    after,
    ...(breakEvens && { breakEvens }),
    spans: timeShiftCase.events
      .filter(({ day }) => from.expiry < day && day <= to.expiry)
      .toSorted((first, second) => (first.day < second.day ? -1 : 1)),
    isMixedSettlement: from.settlement !== to.settlement,
    isNakedLater: legs === 'short',
  };
}

/** The rolled condors at their new expiry; what they were sold for, and what the roll brings on top. */
function withCredit({ before, to }: ShiftPlace, net: number | undefined): Condor {
  if (!before.credit.known || net === undefined) {
    return to;
  }
  const { points } = before.credit.value;
  return { ...to, credit: points + net / (to.quantity * OPTION_MULTIPLIER) };
}

function bookChange(
  traded: readonly OptionLeg[],
  now: VegaExposure,
  { sources, account, settings }: TimeShiftCase,
): Pick<ShiftCandidate, 'change' | 'book' | 'cover'> {
  const priced = priceLegs(
    traded.map((leg): HeldLeg => ({ lotId: 'roll', leg })),
    sources,
  );
  if (priced.unvalued.length > 0) {
    return {};
  }
  const at = { asOf: priced.asOf, geometry: account.geometry, shift: UNSHIFTED };
  const change = sumGreeks(
    priced.legs.map((leg) => valueLeg(leg, at)).filter((value) => value !== undefined),
  );
  const { condors, hedge, ratio, isPartial } = now;
  const shortAfter = condors.totals.exposure + change.exposure;
  const cover = (legs: readonly PricedLeg[]): CoverReading | undefined =>
    coverTable(
      {
        book: { ...account.book, legs },
        geometry: account.geometry,
        condors: condors.contracts,
        minLoss: settings['cover.minLoss'],
      },
      shownShocks(settings['cover.shock']).slice(0, 1),
    )[0];
  const [before, after] = [cover(account.book.legs), cover([...account.book.legs, ...priced.legs])];
  const against = { ...condors, totals: { ...condors.totals, exposure: shortAfter } };
  return {
    change,
    ...(before && after && { cover: { before, after } }),
    book: {
      shortBefore: condors.totals.exposure,
      shortAfter,
      ratioBefore: ratio,
      ratioAfter: ratioOver({ exposure: hedge.counted, against, isPartial }),
    },
  };
}

/** Time value of the tested short strike, before and after. */
function extrinsicOf({ from, to, side }: ShiftPlace, sources: PriceSources): ShiftCandidate['extrinsic'] {
  const before = timeValue(shortLeg(from, side), sources);
  const after = timeValue(shortLeg(to, side), sources);
  return before === undefined || after === undefined ? undefined : { before, after };
}

function shortLeg({ strikes, expiry, settlement }: Condor, side: 'put' | 'call'): OptionLeg {
  const strike = side === 'put' ? strikes.shortPut : strikes.shortCall;
  return { kind: 'option', root: 'SPX', right: side, strike, expiry, settlement, quantity: 1 };
}

function marginOf(place: ShiftPlace, sources: PriceSources): ShiftCandidate['margin'] {
  const { spot } = sources.forwards;
  const premium = optionPrice(shortLeg(place.to, place.side), sources);
  return spot && premium !== undefined ? shiftMargin({ ...place, spot: spot.value, premium }) : undefined;
}

function timeValue(leg: OptionLeg, sources: PriceSources): number | undefined {
  const { spot } = sources.forwards;
  const price = optionPrice(leg, sources);
  if (!spot || price === undefined) {
    return undefined;
  }
  const sign = leg.right === 'call' ? 1 : -1;
  return price - Math.max(0, sign * (spot.value - leg.strike));
}

/** What rolls are looked for with. */
export type TimeShiftCase = Omit<CondorReportCase, 'settings'> & {
  readonly settings: CondorReportCase['settings'] &
    Pick<
      Settings,
      'timeShift.mode' | 'timeShift.days' | 'timeShift.portion' | 'cover.shock' | 'cover.minLoss'
    >;
  /** The whole book, as it is priced now. */
  readonly account: Omit<VegaCase, 'shift'>;
  /** CPI, PPI and FOMC dates that are known, in any order. */
  readonly events: readonly DatedEvent[];
};
