import type { Right } from '#domain/book/lot.ts';

/** What an option's worth depends on, whatever it is on. */
type OptionTerms = {
  readonly right: Right;
  /** Index points. */
  readonly strike: number;
  /** Until it expires, as `yearsBetween` counts them; 0 at expiry. */
  readonly years: number;
  /** Continuously compounded, a fraction a year: 0.04 is 4 %. */
  readonly rate: number;
};

/** A European option on an index that pays dividends, such as SPX. */
export type SpotOption = OptionTerms & {
  /** The index itself, index points. */
  readonly spot: number;
  /** Continuously compounded, a fraction a year. */
  readonly dividendYield: number;
};

/** A European option on a future or a forward that ends with it: VIX on the VX future of the same expiry. */
export type ForwardOption = OptionTerms & {
  /** What the future costs, or the forward of the option's own expiry; index points. */
  readonly forward: number;
};

/** Fraction a year beyond which a rate was surely meant in percent. */
const MOST_RATE = 1;
/** Years beyond which nothing is listed. */
const MOST_YEARS = 100;
/** Years below which none are left: 30 microseconds, less than instants can tell apart. */
const LEAST_YEARS = 1e-12;
/** Index points between which every index, strike and future lies; keeps the sums within what doubles hold. */
const LEAST_PRICE = 1e-9;
const MOST_PRICE = 1e9;

/**
 * What makes an option on an index impossible to price, as a sentence for whoever wrote the code that gave it.
 *
 * @returns `undefined` when all is well
 */
export function impossibleSpotOption(option: SpotOption): string | undefined {
  return (
    impossiblePrice('spot', option.spot) ??
    impossibleRate('dividendYield', option.dividendYield) ??
    impossibleTerms(option)
  );
}

/** The same for an option on a forward. */
export function impossibleForwardOption(option: ForwardOption): string | undefined {
  return impossiblePrice('forward', option.forward) ?? impossibleTerms(option);
}

/** Whether no time is left that instants in milliseconds could tell from none. */
export function isExpired(years: number): boolean {
  return years < LEAST_YEARS;
}

/** What makes a volatility impossible; it may be 0 and has no upper end. */
export function impossibleVolatility(volatility: number): string | undefined {
  return volatility >= 0 && volatility < Infinity
    ? undefined
    : `volatility must be a fraction, not negative, not ${volatility}`;
}

function impossibleTerms({ strike, rate, years }: OptionTerms): string | undefined {
  return impossiblePrice('strike', strike) ?? impossibleRate('rate', rate) ?? impossibleYears(years);
}

function impossiblePrice(name: string, price: number): string | undefined {
  return price >= LEAST_PRICE && price <= MOST_PRICE
    ? undefined
    : `${name} must be above 0 and at most ${MOST_PRICE} points, not ${price}`;
}

function impossibleRate(name: string, rate: number): string | undefined {
  return Math.abs(rate) <= MOST_RATE
    ? undefined
    : `${name} must be a fraction a year between −1 and 1, not ${rate}`;
}

function impossibleYears(years: number): string | undefined {
  return years >= 0 && years <= MOST_YEARS
    ? undefined
    : `years must lie between 0 and ${MOST_YEARS}, not ${years}`;
}

/** What an option is worth, and how that changes. In index points; the contract's multiplier comes later. */
export type OptionValue = {
  /** Never below its discounted intrinsic value. */
  readonly price: number;
  /** Per point of what the formula is on: the index (Black–Scholes) or the future (Black-76). Negative for puts. */
  readonly delta: number;
  /** Change of delta per point of the same. */
  readonly gamma: number;
  /** Per 1.00 of the option's own implied volatility: a hundredth of it is for one vol point. */
  readonly vega: number;
  /** Change with time per YEAR, negative while value is lost; a 365th is for a calendar day. Absent at expiry. */
  readonly theta?: number;
  /** Per 1.00 of the rate: a hundredth is for one percentage point. Absent at expiry. */
  readonly rho?: number;
};
