import type { Hedge } from '#domain/book/lot.ts';
import type {
  NoOrderReason,
  OrderCall,
  OrderPlan,
  OrderScale,
  OrderTicket,
} from '#domain/hedge/step-order.ts';
import { roundOff } from '#engine/statistics/round-off.ts';
import { shareOfContract } from './filled-multiplier.ts';
import { fitContracts } from './fit-contracts.ts';
import { largestRemainder, wholeWeights } from './largest-remainder.ts';

/** Sessions after the decision's own to whose close an order lives. */
export const ORDER_SESSIONS = 5;

/** Whole contracts in one style, or why there are none. */
export type FittedPlan =
  | { readonly kind: 'plan'; readonly plan: OrderPlan }
  | {
      readonly kind: 'none';
      readonly reason: NoOrderReason;
      /** Filled multiplier that one contract would reach; absent without a share. */
      readonly oneWouldReach?: number;
    };

/** What an up-order is fitted to. */
export type UpOrderCase = {
  /** Filled multiplier now, and what is asked. */
  readonly filled: number;
  readonly asked: number;
  /** The order's own, or at its opening that of the decision's marks. */
  readonly order: { readonly from: number; readonly scale: OrderScale };
  readonly style: OrderPlan['style'];
  /** Nearest expiration first. */
  readonly calls: readonly OrderCall[];
};

/**
 * The whole contracts that bring the filled multiplier nearest to what is asked, split over the layers by largest
 * remainders; of two as near the smaller.
 *
 * @see docs/method.md#step-orders
 */
export function fitUpOrder({ filled, asked, order, style, calls }: UpOrderCase): FittedPlan {
  const gap = roundOff(asked - filled);
  if (gap <= 0) {
    return { kind: 'none', reason: 'already-there' };
  }
  const shares = calls.map(({ unit }) => shareOfContract(order, unit) ?? 0);
  const weights = calls.map(({ weight }) => weight);
  const fit = fitContracts({ wanted: gap, units: shares, weights, held: calls.map(() => 0) });
  if (!fit) {
    return { kind: 'none', reason: 'no-scale' };
  }
  const reachedBy = (count: number): number =>
    largestRemainder(wholeWeights(weights), count).reduce(
      (sum, contracts, place) => sum + contracts * (shares[place] ?? 0),
      0,
    );
  const tickets = calls.flatMap((call, place) =>
    purchaseOf(call, { quantity: fit.whole[place] ?? 0, each: shares[place] ?? 0 }),
  );
  if (tickets.length === 0) {
    return { kind: 'none', reason: 'no-whole-contract', oneWouldReach: roundOff(filled + reachedBy(1)) };
  }
  const bought = tickets.reduce((sum, { quantity }) => sum + quantity, 0);
  const reaches = roundOff(filled + fit.reached);
  const oneMoreReaches = roundOff(filled + reachedBy(bought + 1));
  return { kind: 'plan', plan: { style, tickets, calls, reaches, oneMoreReaches } };
}

function purchaseOf(
  { layer, strike, expiry, unit, touch, mid, theoretical }: OrderCall,
  { quantity, each }: Pick<OrderTicket, 'quantity' | 'each'>,
): readonly OrderTicket[] {
  const prices = {
    ...(unit !== undefined && { unit }),
    ...(touch !== undefined && { touch }),
    ...(mid !== undefined && { mid }),
    ...(theoretical !== undefined && { theoretical }),
  };
  return quantity === 0
    ? []
    : [{ side: 'buy', quantity, each, layer, right: 'call', strike, expiry, ...prices }];
}

/** A step lot that might be sold. */
export type SellableLot = {
  readonly lot: Extract<Hedge, { readonly instrument: 'VIX' }>;
  /** Multiplier that one of its contracts takes away; 0 for what is never sold. */
  readonly each: number;
  /** Dollars that one contract gains under `cover.shock`; absent where it has no value. */
  readonly coverGain?: number;
  /** Dollars of one contract; absent without a bid. */
  readonly bid?: number;
  readonly theoretical?: number;
  /** Contracts of its layer beyond the base size: no more are sold. */
  readonly spare: number;
};

/** What a down-order is fitted to. */
export type DownOrderCase = {
  readonly filled: number;
  readonly asked: number;
  /** All that may be sold is sold where this is asked; absent under `absolute`, which knows no such place. */
  readonly base?: number;
  readonly lots: readonly SellableLot[];
};

/**
 * The step contracts to sell, least cover gain per dollar of bid first, until no further one brings the filled
 * multiplier nearer to what is asked; down to base all that the layers can spare. Base contracts are never sold, nor
 * a layer brought below its base size.
 *
 * @see docs/method.md#step-orders
 */
export function fitDownOrder({ filled, asked, base, lots }: DownOrderCase): FittedPlan {
  if (roundOff(filled - asked) <= 0) {
    return { kind: 'none', reason: 'already-there' };
  }
  const candidates = lots.filter(({ each }) => each > 0).toSorted(byWorth);
  const isToBase = base !== undefined && roundOff(asked - base) <= 0;
  const sales = salesOf(candidates, isToBase ? undefined : filled - asked);
  const tickets = sales.filter(({ quantity }) => quantity > 0).map(ticketOf);
  const [first] = candidates;
  if (tickets.length === 0) {
    const oneWouldReach = first && roundOff(filled - first.each);
    return { kind: 'none', reason: 'no-whole-contract', ...(first && { oneWouldReach }) };
  }
  const sold = tickets.reduce((sum, { quantity, each }) => sum + quantity * each, 0);
  return { kind: 'plan', plan: { style: 'held', tickets, reaches: roundOff(filled - sold) } };
}

type Sale = { readonly sellable: SellableLot; readonly quantity: number };

/**
 * Lot by lot, what brings the multiplier nearest; a layer's spare contracts are shared by its lots.
 *
 * @param wanted - multiplier to take away; absent for all that may be sold
 */
function salesOf(candidates: readonly SellableLot[], wanted: number | undefined): readonly Sale[] {
  const spare = new Map<string, number>();
  let gap = wanted === undefined ? undefined : roundOff(wanted);
  return candidates.map((sellable) => {
    const layer = layerOf(sellable);
    const left = spare.get(layer) ?? sellable.spare;
    const most = Math.min(sellable.lot.quantity, left);
    const quantity = gap === undefined ? most : nearestCount(gap, sellable.each, most);
    spare.set(layer, left - quantity);
    gap = gap === undefined ? undefined : roundOff(gap - quantity * sellable.each);
    return { sellable, quantity };
  });
}

/** How many contracts of a share come nearest to a gap; of two as near the smaller. */
function nearestCount(gap: number, each: number, most: number): number {
  if (!(each > 0) || gap <= 0) {
    return 0;
  }
  const below = Math.min(most, Math.floor(roundOff(gap / each)));
  const above = Math.min(most, below + 1);
  return Math.abs(roundOff(gap - above * each)) < Math.abs(roundOff(gap - below * each)) ? above : below;
}

function byWorth(first: SellableLot, second: SellableLot): number {
  return gainPerDollar(first) - gainPerDollar(second) || (first.lot.id < second.lot.id ? -1 : 1);
}

/** A lot without a bid is worth its model's price; one without a value is sold last. */
function gainPerDollar({ coverGain, bid, theoretical }: SellableLot): number {
  const dollars = bid ?? theoretical;
  return coverGain === undefined || !dollars ? Infinity : coverGain / dollars;
}

function layerOf({ lot }: SellableLot): string {
  return lot.layer ?? lot.id;
}

function ticketOf({ sellable: { lot, each, bid, theoretical }, quantity }: Sale): OrderTicket {
  const { strike, expiry, layer, id } = lot;
  return {
    side: 'sell',
    right: 'call',
    quantity,
    strike,
    expiry,
    lotId: id,
    layer: layer ?? 'short',
    each,
    ...(bid !== undefined && { touch: bid }),
    ...(theoretical !== undefined && { theoretical }),
  };
}
