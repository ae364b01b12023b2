import { OPTION_MULTIPLIER } from '#engine/valuation/priced-leg.ts';

/** A quote with both sides, index points, and when it was seen. */
export type TimedQuote = {
  readonly bid?: number;
  readonly ask?: number;
  /** Epoch milliseconds (UTC). */
  readonly asOf: number;
};

/** A call, a put of the same strike and expiry, and what they can be traded against. */
export type ParityCase = {
  readonly strike: number;
  readonly call: TimedQuote;
  readonly put: TimedQuote;
  /**
   * The third leg: for VIX options the VX future of the same expiry; for SPX a future or another synthetic, since the
   * index itself cannot be bought.
   */
  readonly third: TimedQuote;
  /** Whether the third leg is paid for today (`spot`, which earns dividends) or at expiry (`forward`). */
  readonly paid: { readonly as: 'spot'; readonly dividendYield: number } | { readonly as: 'forward' };
  readonly years: number;
  /** Continuously compounded, a fraction a year. */
  readonly rate: number;
  /** Index points that must be left, to be worth it. */
  readonly threshold: number;
  /** Dollars per contract and leg; three legs are paid for, the third one per 100 dollars a point. */
  readonly fee: number;
};

/** What either trade leaves after bid, ask and fees, index points; a hundred times that in dollars per contract. */
export type ParityEdges = {
  /** Short call, long put, long third leg. */
  readonly conversion: number;
  /** Long call, short put, short third leg. */
  readonly reversal: number;
};

/**
 * Whether a conversion or a reversal pays. The usual answer is that there is no opportunity:
 *
 * - `below-threshold`: what is left is at most the threshold
 * - `quotes-apart`: the quotes were not seen within five seconds, so they may never have stood together
 * - `one-sided`: a side is absent, 0, or crossed with the other
 * - `expired`: no time is left
 * - `impossible-input`: a strike, rate, yield, fee or time that cannot be
 */
export type ParityTrade =
  | {
      readonly kind: 'opportunity';
      readonly side: keyof ParityEdges;
      /** Index points. */
      readonly edge: number;
      readonly edges: ParityEdges;
    }
  | { readonly kind: 'no-opportunity'; readonly reason: 'below-threshold'; readonly edges: ParityEdges }
  | {
      readonly kind: 'no-opportunity';
      readonly reason: 'quotes-apart' | 'one-sided' | 'expired' | 'impossible-input';
    };

/** Milliseconds within which quotes count as standing together; not reached. */
const TOGETHER = 5_000;

const LEGS = 3;
/**
 * The executable edge of put–call parity: everything is bought at the ask and sold at the bid, and fees are paid.
 *
 * Conversion: C_bid − P_ask − (S_ask e^(−qT) − K e^(−rT)) − fees; the reversal is its mirror. A forward stands in as
 * F e^(−rT). Never throws and never gives `NaN`.
 */
export function parityTrade(trade: ParityCase): ParityTrade {
  const reason = unusable(trade);
  const edges = reason === undefined ? parityEdges(trade) : undefined;
  if (edges === undefined) {
    return { kind: 'no-opportunity', reason: reason ?? 'one-sided' };
  }
  const side = edges.conversion >= edges.reversal ? 'conversion' : 'reversal';
  const edge = edges[side];
  return edge > trade.threshold
    ? { kind: 'opportunity', side, edge, edges }
    : { kind: 'no-opportunity', reason: 'below-threshold', edges };
}

function unusable(trade: ParityCase): 'impossible-input' | 'expired' | 'quotes-apart' | undefined {
  const { strike, years, rate, fee, paid, call, put, third } = trade;
  const times = [call.asOf, put.asOf, third.asOf];
  const carry = paid.as === 'spot' ? paid.dividendYield : rate;
  const numbers = [
    strike,
    fee,
    Math.exp(Math.abs(rate) * years),
    Math.exp(Math.abs(carry) * years),
    ...times,
  ];
  if (!numbers.every(Number.isFinite) || !(strike > 0 && years >= 0 && fee >= 0)) {
    return 'impossible-input';
  }
  if (years === 0) {
    return 'expired';
  }
  return Math.max(...times) - Math.min(...times) < TOGETHER ? undefined : 'quotes-apart';
}

/** `undefined` unless every leg has two sides. */
function parityEdges({ call, put, third, ...terms }: ParityCase): ParityEdges | undefined {
  if (!isTwoSided(call) || !isTwoSided(put) || !isTwoSided(third)) {
    return undefined;
  }
  const { strike, years, rate, fee, paid } = terms;
  const carry = Math.exp(-(paid.as === 'spot' ? paid.dividendYield : rate) * years);
  const owed = strike * Math.exp(-rate * years);
  const cost = (LEGS * fee) / OPTION_MULTIPLIER;
  return {
    conversion: call.bid - put.ask - (third.ask * carry - owed) - cost,
    reversal: third.bid * carry - owed - (call.ask - put.bid) - cost,
  };
}

function isTwoSided(quote: TimedQuote): quote is TimedQuote & { readonly bid: number; readonly ask: number } {
  const { bid, ask } = quote;
  return bid !== undefined && ask !== undefined && bid > 0 && ask >= bid && ask < Infinity;
}
