import type { Book, Positions } from '#domain/book/lot.ts';
import type { ContractCount } from '#domain/hedge/book-exposure.ts';
import { roundOff } from '#engine/statistics/round-off.ts';

/** Ratio of one hedge contract per condor: 4/4/2 calls per ten condors are 0.60. */
export const RATIO_PER_CONTRACT = 0.6;

/** A book counted in VIX calls: 0.60 × those of the first expirations ÷ condors. */
export function countLots(
  { condors, hedges }: Positions,
  expirations: number,
  hasSettled: (lotId: string) => boolean = () => false,
): ContractCount {
  const open = hedges.filter(({ id }) => !hasSettled(id));
  const calls = open.flatMap((lot) => (lot.instrument === 'VIX' && lot.right === 'call' ? [lot] : []));
  const byExpiry = Map.groupBy(calls, ({ expiry }) => expiry);
  const hedge = [...byExpiry.entries()]
    .toSorted(([first], [second]) => (first < second ? -1 : 1))
    .map(([expiry, lots]) => ({ expiry, contracts: sum(lots.map(({ quantity }) => quantity)) }));
  const sold = sum(condors.filter(({ id }) => !hasSettled(id)).map(({ quantity }) => quantity));
  return account(sold, hedge, { expirations, uncounted: open.length - calls.length });
}

/** The same of a book that says how many contracts it holds and not which. */
export function countContracts({ condors, hedge }: Book): ContractCount {
  const rows = hedge.map((contracts) => ({ contracts }));
  return account(condors, rows, { expirations: hedge.length, uncounted: 0 });
}

function account(
  condors: number,
  hedge: ContractCount['hedge'],
  { expirations, uncounted }: { readonly expirations: number; readonly uncounted: number },
): ContractCount {
  const counted = sum(hedge.slice(0, expirations).map(({ contracts }) => contracts));
  return {
    condors,
    hedge,
    uncounted,
    ratio:
      condors > 0
        ? {
            known: true,
            value: roundOff((RATIO_PER_CONTRACT * counted) / condors),
            isPartial: uncounted > 0,
          }
        : { known: false, reason: 'no-condors' },
  };
}

function sum(counts: readonly number[]): number {
  return counts.reduce((all, count) => all + count, 0);
}
