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
import type { BothSides, CondorReport } from '#domain/hedge/condor-report.ts';
import { condorReport } from './condor-report.ts';
import { daysBetween } from '#calendar/calendar-day.ts';
import { manualIndex, readMark } from '#engine/valuation/manual-marks.ts';
import type { ExpiryQuotes } from '#engine/valuation/quote-board.ts';
import { shiftCandidate, type TimeShiftCase } from './shift-candidate.ts';
import { vegaExposure } from '#engine/account/vega-exposure.ts';
import { shiftDays } from './shift-days.ts';

const PERCENT = 100;

/** Calendar days later that a roll may go, by mode. */
const DAYS_LATER = { shift: [7, 21], theta: [1, 7] } as const;

/** When `theta` rolls: days left of the tested short, and the levels of which one has to be passed. */
const THETA = { daysLeft: 3, dailyRange: 0.94, vix: 16 };

/**
 * Ways to roll a condor out on expiries that the chain lists: four legs or, last, the tested short side alone, at the
 * same strike or at the same number of standard deviations. Those for a net debit are listed too and say so.
 *
 * `shift` rolls part of it by 7 to 21 days; `theta` a tested short of three days or fewer, whole, by 1 to 7, while the
 * market moves.
 *
 * @see docs/method.md#time-shift
 */
export function timeShift(lot: Condor, timeShiftCase: TimeShiftCase): TimeShift {
  const before = condorReport(lot, timeShiftCase);
  const expiries = laterExpiries(lot, timeShiftCase);
  const reason = whyNone(before, expiries, timeShiftCase);
  if (reason !== undefined || !before.deviations.known) {
    return { lotId: lot.id, before, outcome: { kind: 'none', reason: reason ?? 'no-volatility' } };
  }
  const { settings } = timeShiftCase;
  const mode = settings['timeShift.mode'];
  const side = testedSide(before.deviations.value);
  const part = mode === 'theta' ? PERCENT : settings['timeShift.portion'];
  const quantity = Math.max(1, Math.round((lot.quantity * part) / PERCENT));
  const account = vegaExposure(timeShiftCase.account);
  const candidates = expiries.flatMap((expiry) =>
    candidatesOf({ lot, before, account, side, quantity, expiry }, timeShiftCase),
  );
  const preferredDays = preferredBy(timeShiftCase);
  return {
    lotId: lot.id,
    before,
    outcome: {
      kind: 'candidates',
      side,
      mode,
      ...(preferredDays !== undefined && { preferredDays }),
      portion: (quantity / lot.quantity) * PERCENT,
      candidates: candidates.toSorted((first, second) => inOrder(first, second, preferredDays ?? 0)),
    },
  };
}

function whyNone(
  { days, volatility }: CondorReport,
  expiries: readonly ExpiryQuotes[],
  timeShiftCase: TimeShiftCase,
): NoShiftReason | undefined {
  if (days === undefined || days <= 0) {
    return 'expired';
  }
  if (!timeShiftCase.sources.forwards.spot) {
    return 'no-spot';
  }
  if (!volatility.known) {
    return 'no-volatility';
  }
  const closed =
    timeShiftCase.settings['timeShift.mode'] === 'theta' ? whyNoTheta(days, timeShiftCase) : undefined;
  return closed ?? (expiries.length === 0 ? 'no-expiry-listed' : undefined);
}

function whyNoTheta(days: number, timeShiftCase: TimeShiftCase): NoShiftReason | undefined {
  if (days > THETA.daysLeft) {
    return 'too-early';
  }
  const { dailyRange } = timeShiftCase;
  const vix = vixOf(timeShiftCase);
  if ((dailyRange.known && dailyRange.value > THETA.dailyRange) || (vix !== undefined && vix > THETA.vix)) {
    return undefined;
  }
  return dailyRange.known && vix !== undefined ? 'calm' : 'no-gate';
}

/** The side whose break-even is fewer standard deviations away. */
function testedSide({ low, high }: BothSides): 'put' | 'call' {
  return -low <= high ? 'put' : 'call';
}

/** Four legs first, then credits, then what nobody quotes, then the nearest to the preferred days. */
function inOrder(first: ShiftCandidate, second: ShiftCandidate, preferredDays: number): number {
  const ranks = [first, second].map(({ legs, verdict, daysAdded }) => [
    legs === 'four' ? 0 : 1,
    verdict === 'credit' ? 0 : verdict === 'no-quotes' ? 1 : 2,
    Math.abs(daysAdded - preferredDays),
  ]);
  const [one = [], other = []] = ranks;
  const place = one.findIndex((rank, index) => rank !== other[index]);
  return place < 0 ? 0 : (one[place] ?? 0) - (other[place] ?? 0);
}

function laterExpiries(lot: Condor, { sources, settings }: TimeShiftCase): readonly ExpiryQuotes[] {
  const [least, most] = DAYS_LATER[settings['timeShift.mode']];
  return sources.board.listed('SPX').filter(({ expiry }) => {
    const added = daysBetween(lot.expiry, expiry);
    return added >= least && added <= most;
  });
}

/** Days by the VIX; `theta` takes the nearest expiry. */
function preferredBy(timeShiftCase: TimeShiftCase): number | undefined {
  const { settings } = timeShiftCase;
  const vix = vixOf(timeShiftCase);
  return settings['timeShift.mode'] === 'theta' || vix === undefined
    ? undefined
    : shiftDays(vix, settings['timeShift.days']);
}

function vixOf({ sources }: TimeShiftCase): number | undefined {
  return readMark(sources.marks.vix, manualIndex(sources.marks, 'VIX'))?.value;
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
  const legs: readonly ShiftLegs[] = ['four', 'short'];
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
