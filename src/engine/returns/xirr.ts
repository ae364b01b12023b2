import { daysBetween } from '#calendar/calendar-day.ts';
import type { Session } from '#domain/market/session.ts';

/**
 * The yearly return of dated cash flows, or why there is none.
 *
 * - `rate`: found; `perhapsOthers` when the flows change sign more than once, so that other rates may solve them too
 * - `total-loss`: money was paid and none came back: −100 %
 * - `one-sided`: nothing but receipts (or nothing at all), which no rate discounts to 0
 * - `same-day`: all flows fall on one day, so there is no time to earn in
 * - `out-of-reach`: the rate lies beyond 10^9 a year, or there is none
 * - `impossible-input`: an amount that is no number
 */
export type InternalRate =
  | {
      readonly kind: 'rate';
      /** A fraction a year, compounded once a year: 0.11 is 11 %. Not below −1, which a near-total loss rounds to. */
      readonly rate: number;
      readonly perhapsOthers: boolean;
    }
  | { readonly kind: 'total-loss' }
  | {
      readonly kind: 'none';
      readonly reason: 'one-sided' | 'same-day' | 'out-of-reach' | 'impossible-input';
    };

const YEAR = 365;

/** Rates are sought as ln(1 + r): from all but nothing lost overnight to a billionfold a year. */
const LEAST_GROWTH = -10_000;
const MOST_GROWTH = Math.log(1e9);

/** Parts into which growth is cut to look for a change of sign; short trades have their rate far out. */
const CUTS = 2_000;

/** Halvings after which a double has no digit left to gain. */
const HALVINGS = 200;

/**
 * The internal rate of return of dated flows, ACT/365 from the first day: Σ aᵢ (1 + r)^(−(dᵢ − d₀)/365) = 0.
 *
 * The root nearest to 0 is bracketed and halved, so that near-total losses and the thousands of percent of a
 * three-week option trade come out where Newton's steps from 10 % fail.
 *
 * @param flows - in any order; several on one day are added up
 * @throws RangeError if a day is not `YYYY-MM-DD`
 * @see Microsoft, XIRR function (its example has the root 0.373362535)
 */
export function xirr(flows: readonly CashFlow[]): InternalRate {
  if (!flows.every(({ amount }) => Number.isFinite(amount))) {
    return { kind: 'none', reason: 'impossible-input' };
  }
  const dated = byDay(flows);
  const changes = signChanges(dated);
  if (changes === 0) {
    return oneSided(flows, dated);
  }
  const growth = nearestRoot((at) => presentValue(dated, at));
  return growth === undefined
    ? { kind: 'none', reason: 'out-of-reach' }
    : { kind: 'rate', rate: Math.expm1(growth), perhapsOthers: changes > 1 };
}

/** Years from the first flow, and the sum of that day. */
type Dated = { readonly years: number; readonly amount: number };

/** Earliest first; days whose flows cancel are left out. */
function byDay(flows: readonly CashFlow[]): readonly Dated[] {
  const sums = new Map<string, number>();
  for (const { day, amount } of flows) {
    sums.set(day, (sums.get(day) ?? 0) + amount);
  }
  const days = [...sums].toSorted(([first], [second]) => checkedDaysBetween(second, first));
  const [start] = days[0] ?? [''];
  return days
    .map(([day, amount]) => ({ years: checkedDaysBetween(start, day) / YEAR, amount }))
    .filter(({ amount }) => amount !== 0);
}

function signChanges(dated: readonly Dated[]): number {
  return dated.filter(({ amount }, place) => amount * (dated[place - 1]?.amount ?? amount) < 0).length;
}

function oneSided(flows: readonly CashFlow[], dated: readonly Dated[]): InternalRate {
  const days = new Set(flows.map(({ day }) => day));
  const paidAndReceived = flows.some(({ amount }) => amount > 0) && flows.some(({ amount }) => amount < 0);
  if (days.size === 1 && paidAndReceived) {
    return { kind: 'none', reason: 'same-day' };
  }
  const paid = dated.length > 0 && dated.every(({ amount }) => amount < 0);
  return paid ? { kind: 'total-loss' } : { kind: 'none', reason: 'one-sided' };
}

/** Value of the flows on the first day, at a growth of ln(1 + r) a year. */
function presentValue(dated: readonly Dated[], growth: number): number {
  return dated.reduce((sum, { years, amount }) => sum + amount * Math.exp(-growth * years), 0);
}

/** Looks outward from 0 on both sides for the first change of sign, then halves. */
function nearestRoot(value: (growth: number) => number): number | undefined {
  const base = value(0);
  if (base === 0) {
    return 0;
  }
  let [low, high] = [0, 0];
  for (let cut = 1; cut <= CUTS; cut += 1) {
    const reach = (cut / CUTS) ** 3;
    const [lower, higher] = [LEAST_GROWTH * reach, MOST_GROWTH * reach];
    if (value(higher) * base <= 0) {
      return bisect(value, high, higher);
    }
    if (value(lower) * base <= 0) {
      return bisect(value, lower, low);
    }
    [low, high] = [lower, higher];
  }
  return undefined;
}

function bisect(value: (growth: number) => number, from: number, to: number): number {
  let [low, high] = [from, to];
  const sign = Math.sign(value(low));
  for (let step = 0; step < HALVINGS; step += 1) {
    const middle = (low + high) / 2;
    if (middle === low || middle === high) {
      break;
    }
    if (Math.sign(value(middle)) === sign) {
      low = middle;
    } else {
      high = middle;
    }
  }
  return (low + high) / 2;
}

/** Money that changes hands on a day. */
export type CashFlow = {
  readonly day: Session;
  /** Dollars: negative when paid, positive when received. */
  readonly amount: number;
};

/**
 * Calendar days from one day to another, negative when the second comes first.
 *
 * @throws RangeError if one of them is no day of the calendar, `YYYY-MM-DD`
 */
export function checkedDaysBetween(from: string, to: string): number {
  for (const day of [from, to]) {
    if (!isDay(day)) {
      throw new RangeError(`a day must be YYYY-MM-DD, not ${day}`);
    }
  }
  return daysBetween(from, to);
}

/** Written back, since 31 February would be read as 3 March. */
function isDay(day: string): boolean {
  const instant = Date.parse(day);
  return Number.isFinite(instant) && new Date(instant).toISOString().slice(0, 'YYYY-MM-DD'.length) === day;
}
