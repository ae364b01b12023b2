import { DAY } from '#domain/duration.ts';
import type { VegaExposure } from '#domain/hedge/book-exposure.ts';
import type { Condor, CondorStrikes } from '#domain/book/lot.ts';
import type {
  NoShiftReason,
  ShiftCandidate,
  ShiftLegs,
  ShiftStrike,
  TimeShift,
} from '#domain/hedge/time-shift.ts';
import type { CondorReport } from '#domain/hedge/condor-report.ts';
import { condorReport } from './condor-report.ts';
import { daysBetween } from '#calendar/calendar-day.ts';
import { manualIndex, readMark } from '#engine/valuation/manual-marks.ts';
import type { ExpiryQuotes } from '#engine/valuation/quote-board.ts';
import { shiftCandidate, type TimeShiftCase } from './shift-candidate.ts';
import { vegaExposure } from '#engine/account/vega-exposure.ts';
import { shiftDays } from './shift-days.ts';

/** Calendar days that wings are rolled out by. */
const LEAST_DAYS = 7;
const MOST_DAYS = 21;
const PERCENT = 100;

/**
 * Ways to roll part of a condor out by 7 to 21 days, on expiries that the chain lists: the tested short side alone
 * or four legs, at the same strike or at the same number of standard deviations. Those for a net debit are listed too
 * and say so.
 *
 * @see docs/method.md#time-shift
 */
export function timeShift(lot: Condor, timeShiftCase: TimeShiftCase): TimeShift {
  const before = condorReport(lot, timeShiftCase);
  const none = (reason: NoShiftReason): TimeShift => ({
    lotId: lot.id,
    before,
    outcome: { kind: 'none', reason },
  });
  const { spot } = timeShiftCase.sources.forwards;
  if (before.days === undefined || before.days <= 0) {
    return none('expired');
  }
  if (!spot) {
    return none('no-spot');
  }
  if (!before.volatility.known) {
    return none('no-volatility');
  }
  const expiries = laterExpiries(lot, timeShiftCase);
  if (expiries.length === 0) {
    return none('no-expiry-listed');
  }
  const side = testedSide(lot.strikes, spot.value);
  const quantity = Math.max(
    1,
    Math.round((lot.quantity * timeShiftCase.settings['timeShift.portion']) / PERCENT),
  );
  const account = vegaExposure(timeShiftCase.account);
  const candidates = expiries.flatMap((expiry) =>
    candidatesOf({ lot, before, account, side, quantity, expiry }, timeShiftCase),
  );
  const preferredDays = preferredBy(timeShiftCase);
  const away = ({ daysAdded }: ShiftCandidate): number => Math.abs(daysAdded - (preferredDays ?? 0));
  return {
    lotId: lot.id,
    before,
    outcome: {
      kind: 'candidates',
      side,
      ...(preferredDays !== undefined && { preferredDays }),
      portion: (quantity / lot.quantity) * PERCENT,
      candidates: candidates.toSorted((first, second) => away(first) - away(second)),
    },
  };
}

/** The side whose short strike is nearer to SPX, in proportion. */
function testedSide({ shortPut, shortCall }: CondorStrikes, spot: number): 'put' | 'call' {
  return spot / shortPut <= shortCall / spot ? 'put' : 'call';
}

function laterExpiries(lot: Condor, { sources }: TimeShiftCase): readonly ExpiryQuotes[] {
  return sources.board.listed('SPX').filter(({ expiry }) => {
    const added = daysBetween(lot.expiry, expiry);
    return added >= LEAST_DAYS && added <= MOST_DAYS;
  });
}

function preferredBy({ sources, settings }: TimeShiftCase): number | undefined {
  const vix = readMark(sources.marks.vix, manualIndex(sources.marks, 'VIX'));
  return vix && shiftDays(vix.value, settings['timeShift.days']);
}

type Place = {
  readonly lot: Condor;
  readonly before: CondorReport;
  readonly account: VegaExposure;
  readonly side: 'put' | 'call';
  readonly quantity: number;
  readonly expiry: ExpiryQuotes;
};

function candidatesOf(place: Place, timeShiftCase: TimeShiftCase): readonly ShiftCandidate[] {
  const { lot, quantity, expiry } = place;
  const part = { ...lot, quantity };
  const moved = sameDeviations(place, timeShiftCase);
  const targets: readonly (readonly [ShiftStrike, CondorStrikes])[] = [
    ['same', lot.strikes],
    ...(moved ? [['same-deviations', moved] as const] : []),
  ];
  const legs: readonly ShiftLegs[] = ['short', 'four'];
  return targets.flatMap(([strike, strikes]) =>
    legs.map((which) =>
      shiftCandidate(
        {
          ...place,
          from: part,
          to: { ...part, expiry: expiry.expiry, settlement: expiry.settlement, strikes },
          legs: which,
          strike,
        },
        timeShiftCase,
      ),
    ),
  );
}

/**
 * The tested side moved outward to the same standard deviations at the new expiry, its wing as wide as before.
 *
 * @returns `undefined` where no listed strike lies there, or it is the old one
 */
function sameDeviations(
  { lot, before, side, expiry }: Place,
  timeShiftCase: TimeShiftCase,
): CondorStrikes | undefined {
  const forward = timeShiftCase.sources.forwards.index(expiry.expiry, expiry.settlement);
  const settlesAt = timeShiftCase.sources.clock.settlesAt(expiry.expiry, expiry.settlement);
  const { days } = before;
  if (!forward || !before.forward || settlesAt === undefined || days === undefined) {
    return undefined;
  }
  const old = side === 'put' ? lot.strikes.shortPut : lot.strikes.shortCall;
  const newDays = (settlesAt - timeShiftCase.sources.marks.asOf) / DAY;
  const wanted = forward.value * (old / before.forward.value) ** Math.sqrt(newDays / days);
  const listed = expiry.strikes.filter((strike) => expiry.quote(side, strike));
  const short =
    side === 'put'
      ? listed.findLast((strike) => strike <= wanted)
      : listed.find((strike) => strike >= wanted);
  return short === undefined || short === old ? undefined : movedSide(lot.strikes, side, short);
}

/** One side of a condor around another short strike, its wing as wide as before. */
function movedSide(strikes: CondorStrikes, side: 'put' | 'call', short: number): CondorStrikes {
  const { longPut, shortPut, shortCall, longCall } = strikes;
  return side === 'put'
    ? { ...strikes, shortPut: short, longPut: short - (shortPut - longPut) }
    : { ...strikes, shortCall: short, longCall: short + (longCall - shortCall) };
}
