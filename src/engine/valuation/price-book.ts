import type { Positions } from '#domain/book/lot.ts';
import type { Marks } from '#domain/book/mark.ts';
import type {
  FutureLeg,
  HeldLeg,
  OptionLeg,
  SettlementClock,
  SharesLeg,
  UnvaluedReason,
} from '#domain/hedge/valuation.ts';
import { type ForwardMarks, forwardMarks } from './forward-marks.ts';
import { manualShare, readMark } from './manual-marks.ts';
import type { PricedBook, PricedFuture, PricedLeg, PricedOption, PricedShares } from './priced-leg.ts';
import { type QuoteBoard, quoteBoard } from './quote-board.ts';
import { unfoldLots } from './unfold-lots.ts';
import { isUnvalued, type VolatilityMarks, volatilityMarks } from './volatility-marks.ts';

/** Daily leverage of the products that roll VIX futures. */
const LEVERAGE = { VXX: 1, UVXY: 1.5 } as const;

/** Everything known of prices at one instant, ready to be looked up. */
export type PriceSources = {
  readonly marks: Marks;
  readonly clock: SettlementClock;
  readonly board: QuoteBoard;
  readonly forwards: ForwardMarks;
  readonly volatilities: VolatilityMarks;
};

/** Marks made ready once; whatever is valued on them shares what has been looked up. */
export function priceSources(marks: Marks, clock: SettlementClock): PriceSources {
  return sourcesOn(quoteBoard(marks), marks, clock);
}

/** The same quotes beside other marks set by hand: forwards and volatilities are looked up anew. */
export function withManualMarks(
  { board, marks, clock }: PriceSources,
  manual: Marks['manual'],
): PriceSources {
  return sourcesOn(board, { ...marks, manual }, clock);
}

function sourcesOn(board: QuoteBoard, marks: Marks, clock: SettlementClock): PriceSources {
  return {
    marks,
    clock,
    board,
    forwards: forwardMarks(marks, board, clock),
    volatilities: volatilityMarks(marks, board),
  };
}

/** Every position with what it is valued on. What cannot be valued is listed with its reason. */
export function priceBook(positions: Positions, sources: PriceSources): PricedBook {
  return priceLegs(unfoldLots(positions), sources);
}

/** The same for legs that need not form whole condors. */
export function priceLegs(held: readonly HeldLeg[], sources: PriceSources): PricedBook {
  const legs: PricedLeg[] = [];
  const unvalued: (HeldLeg & { readonly reason: UnvaluedReason })[] = [];
  for (const one of held) {
    const priced = priceLeg(one.leg, sources);
    if (typeof priced === 'string') {
      unvalued.push({ ...one, reason: priced });
    } else if (!isPlausible(priced)) {
      unvalued.push({ ...one, reason: 'absurd-mark' });
    } else {
      legs.push({ lotId: one.lotId, ...priced });
    }
  }
  return { asOf: sources.marks.asOf, legs, unvalued };
}

/** Levels beyond anything that was ever quoted: points of SPX or dollars a share, points of a VIX future, 1,000 %. */
const MOST_PRICE = 1e6;
const MOST_FUTURE = 1_000;
const MOST_VOLATILITY = 10;

/** Below it a price or a volatility, a fraction, is none. */
const LEAST_LEVEL = 1e-4;

function isPlausible(priced: Priced): boolean {
  if ('perPoint' in priced) {
    return isBetween(priced.price.value, MOST_PRICE);
  }
  const isIndex = priced.leg.kind === 'option' && priced.leg.root === 'SPX';
  return (
    isBetween(priced.forward.value, isIndex ? MOST_PRICE : MOST_FUTURE) &&
    (!('volatility' in priced) || isBetween(priced.volatility.value, MOST_VOLATILITY))
  );
}

/** False for what is no number. */
function isBetween(value: number, most: number): boolean {
  return value >= LEAST_LEVEL && value <= most;
}

type Priced = PricedOption | PricedFuture | PricedShares;

function priceLeg(leg: HeldLeg['leg'], sources: PriceSources): Priced | UnvaluedReason {
  if (leg.kind === 'shares') {
    return priceShares(leg, sources);
  }
  const settlesAt = sources.clock.settlesAt(leg.expiry, leg.kind === 'option' ? leg.settlement : 'AM');
  if (settlesAt === undefined) {
    return 'beyond-calendar';
  }
  if (settlesAt <= sources.marks.asOf) {
    return 'expired';
  }
  return leg.kind === 'option' ? priceOption(leg, settlesAt, sources) : priceFuture(leg, settlesAt, sources);
}

function priceOption(
  leg: OptionLeg,
  settlesAt: number,
  { forwards, volatilities }: PriceSources,
): PricedOption | UnvaluedReason {
  const { rate, spot, dividendYield } = forwards;
  if (!rate) {
    return 'no-rate';
  }
  const isIndex = leg.root === 'SPX';
  const forward = isIndex ? forwards.index(leg.expiry, leg.settlement) : forwards.future(leg.expiry);
  if (!forward) {
    return 'no-forward';
  }
  const volatility = volatilities(leg, { forward: forward.value, rate: rate.value, settlesAt });
  if (isUnvalued(volatility)) {
    return volatility;
  }
  return {
    leg,
    settlesAt,
    forward,
    volatility,
    rate: rate.value,
    forwardPerSpot: isIndex && spot ? forward.value / spot.value : 1,
    carry: isIndex && dividendYield ? rate.value - dividendYield.value : 0,
  };
}

function priceFuture(
  leg: FutureLeg,
  settlesAt: number,
  { forwards }: PriceSources,
): PricedFuture | UnvaluedReason {
  const forward = forwards.future(leg.expiry);
  return forward ? { leg, settlesAt, forward } : 'no-price';
}

/** @see S&P VIX Futures Indices Methodology, for the weights of the two futures */
function priceShares(
  leg: SharesLeg,
  { marks, clock, forwards }: PriceSources,
): PricedShares | UnvaluedReason {
  const quote = marks.shares.find(({ symbol }) => symbol === leg.symbol);
  const price = readMark(
    quote ? { ...quote, known: true, value: quote.price } : { known: false, reason: 'not-supplied' },
    manualShare(marks, leg.symbol),
  );
  if (!price) {
    return 'no-price';
  }
  const roll = clock.rollAt(marks.asOf);
  if (!roll) {
    return 'beyond-calendar';
  }
  const first = { expiry: roll.first, weight: roll.firstWeight };
  const second = { expiry: roll.second, weight: 1 - roll.firstWeight };
  const held = [first, second].filter(({ weight }) => weight > 0);
  const parts = held.flatMap(({ expiry, weight }) => {
    const future = forwards.future(expiry);
    const settlesAt = clock.settlesAt(expiry, 'AM');
    return future && settlesAt !== undefined ? [{ weight, settlesAt, price: future.value }] : [];
  });
  if (parts.length < held.length) {
    return 'no-roll-futures';
  }
  const basket = parts.reduce((sum, part) => sum + part.weight * part.price, 0);
  return {
    leg,
    price,
    perPoint: (price.value * LEVERAGE[leg.symbol]) / basket,
    parts: parts.map(({ weight, settlesAt }) => ({ weight, settlesAt })),
  };
}
