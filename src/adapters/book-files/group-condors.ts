import type { FileLot, IgnoredRow } from '#domain/book/book-file.ts';
import type { Condor, Right } from '#domain/book/lot.ts';
import type { Session } from '#domain/market/session.ts';
import { legInWords, type OptionLeg } from './leg-in-words.ts';

/** Two things that go together, and how many contracts of both. */
type Pair<First, Second> = { readonly first: First; readonly second: Second; readonly count: number };

/** A sold option, and the bought one behind it. */
type Spread = Pair<OptionLeg, OptionLeg>;

/**
 * Iron condors that legs of SPX make up: a put spread and a call spread of one expiry and settlement, as many of each.
 *
 * Where several fit, the sold strikes nearest to each other go together, each with the nearest bought strike behind
 * it; the legs are the same in sum, however they are put together. What is left over is listed with the rest.
 */
export function groupCondors(
  legs: readonly OptionLeg[],
  openedOn: Session,
): { readonly lots: readonly FileLot[]; readonly ignored: readonly IgnoredRow[] } {
  const groups = Map.groupBy(legs, ({ expiry, settlement }) => `${expiry} ${settlement}`);
  const grouped = [...groups.values()].map((group) => groupOf(group, openedOn));
  return {
    lots: grouped.flatMap(({ lots }) => lots),
    ignored: grouped.flatMap(({ left }) => left.map(unpaired)),
  };
}

function groupOf(
  legs: readonly OptionLeg[],
  openedOn: Session,
): { readonly lots: readonly FileLot[]; readonly left: readonly OptionLeg[] } {
  const condors = pairOff(
    spreadsOf(legs, 'put').map(counted),
    spreadsOf(legs, 'call').map(counted),
    (put, call) => put.first.strike < call.first.strike,
  );
  const used = new Map<OptionLeg, number>();
  for (const { first: put, second: call, count } of condors) {
    for (const leg of [put.first, put.second, call.first, call.second]) {
      used.set(leg, (used.get(leg) ?? 0) + count);
    }
  }
  return {
    lots: condors.map((condor) => condorLot(condor, openedOn)),
    left: legs.flatMap((leg) => remainder(leg, used.get(leg) ?? 0)),
  };
}

function counted(spread: Spread): Counted<Spread> {
  return { thing: spread, count: spread.count };
}

function remainder(leg: OptionLeg, used: number): readonly OptionLeg[] {
  const left = Math.abs(leg.quantity) - used;
  return left > 0 ? [{ ...leg, quantity: Math.sign(leg.quantity) * left }] : [];
}

/** Spreads of one right, those with the sold strike nearest to the market first. */
function spreadsOf(legs: readonly OptionLeg[], right: Right): readonly Spread[] {
  const outwards = right === 'put' ? -1 : 1;
  const sorted = legs
    .filter((leg) => leg.right === right)
    .toSorted((a, b) => outwards * (a.strike - b.strike))
    .map((leg): Counted<OptionLeg> => ({ thing: leg, count: Math.abs(leg.quantity) }));
  return pairOff(
    sorted.filter(({ thing }) => thing.quantity < 0),
    sorted.filter(({ thing }) => thing.quantity > 0),
    (short, long) => outwards * (long.strike - short.strike) > 0,
  );
}

type Counted<Thing> = { readonly thing: Thing; readonly count: number };

/** Pairs off two lists in their order, as many of each as both still have. */
function pairOff<First, Second>(
  firsts: readonly Counted<First>[],
  seconds: readonly Counted<Second>[],
  fits: (first: First, second: Second) => boolean,
): readonly Pair<First, Second>[] {
  const pairs: Pair<First, Second>[] = [];
  const left = seconds.map(({ count }) => count);
  for (const { thing: first, count: wanted } of firsts) {
    let open = wanted;
    for (const [index, { thing: second }] of seconds.entries()) {
      const most = Math.min(open, left[index] ?? 0);
      const count = most > 0 && fits(first, second) ? most : 0;
      if (count > 0) {
        pairs.push({ first, second, count });
        open -= count;
        left[index] = (left[index] ?? 0) - count;
      }
    }
  }
  return pairs;
}

function condorLot({ first: put, second: call, count }: Pair<Spread, Spread>, openedOn: Session): FileLot {
  const legs = [put.second, put.first, call.first, call.second];
  const credit = creditOf(put, call);
  const lot: Omit<Condor, 'id'> = {
    kind: 'condor',
    quantity: count,
    openedOn,
    expiry: put.first.expiry,
    settlement: put.first.settlement,
    strikes: {
      longPut: put.second.strike,
      shortPut: put.first.strike,
      shortCall: call.first.strike,
      longCall: call.second.strike,
    },
    ...(credit !== undefined && { credit }),
  };
  return { lot, places: legs.map(({ line }) => ({ in: 'line', number: line })) };
}

/** Decimals of a price that brokers' averages are rounded to. */
const DECIMALS = 4;

/** Index points received; absent where a price is not known, or none were received. */
function creditOf(put: Spread, call: Spread): number | undefined {
  const received = sumOf(put.first.price, call.first.price);
  const paid = sumOf(put.second.price, call.second.price);
  const credit = Number((received - paid).toFixed(DECIMALS));
  return credit > 0 ? credit : undefined;
}

/** Not a number where either is not known. */
function sumOf(one: number | undefined, other: number | undefined): number {
  return (one ?? Number.NaN) + (other ?? Number.NaN);
}

function unpaired(leg: OptionLeg): IgnoredRow {
  return { place: { in: 'line', number: leg.line }, what: legInWords(leg), why: 'unpaired' };
}
