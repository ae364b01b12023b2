import { newYorkDay } from '#calendar/new-york.ts';
import { daysBetween } from '#calendar/calendar-day.ts';
import type { NewLot } from '#domain/book/lot-draft.ts';
import type { CondorStrikes, LayerName, Right } from '#domain/book/lot.ts';
import type { ListedOption } from '#domain/book/mark.ts';
import type { Session } from '#domain/market/session.ts';
import { black76 } from '#engine/pricing/black-76.ts';
import type { OptionValue } from '#engine/pricing/option-terms.ts';
import { yearsBetween } from '#engine/pricing/years-between.ts';
import type { PriceSources } from '#engine/valuation/price-book.ts';
import type { ExpiryQuotes } from '#engine/valuation/quote-board.ts';
import { isUnvalued } from '#engine/valuation/volatility-marks.ts';

/** Condors sold, days that they are sold for, and the delta of what is sold. */
const CONDOR = { quantity: 10, days: 45, delta: 0.16 };

/** Distance between the strikes of a side: 100 points at an index of 6,000, in steps of five. */
const WIDTH = { points: 100, index: 6_000, step: 5 };

type Layer = { readonly layer: LayerName; readonly days: number; readonly quantity: number };

/** VIX calls against ten condors, about half of them expected to pay. */
const LAYERS: readonly Layer[] = [
  { layer: 'short', days: 30, quantity: 4 },
  { layer: 'medium', days: 110, quantity: 4 },
  { layer: 'long', days: 220, quantity: 2 },
];
const LAYER_DELTA = 0.5;

/** Prices are kept to a thousandth of a point. */
const PRICE_PARTS = 1_000;

/**
 * The book that the method begins with, as somebody would have opened it at an instant: ten condors of about 45 days
 * sold at 16 deltas, and 4/4/2 VIX calls of about 0.50 delta for 30, 110 and 220 days, each at the price that it is
 * valued at. Every lot says that it is an illustration.
 *
 * @param sources - list what could be traded, and value it
 * @throws RangeError where an option that it needs is not listed or cannot be valued
 * @see docs/method.md#model-marks
 */
export function modelBook(sources: PriceSources): readonly NewLot[] {
  const openedOn = newYorkDay(sources.marks.asOf);
  const own = { openedOn, isIllustration: true } as const;
  return [
    { ...own, ...condorOf(sources, openedOn) },
    ...LAYERS.map(({ layer, days, quantity }): NewLot => {
      const quotes = nearest(sources.board.listed('VIX'), openedOn, days);
      const { strike, price } = byDelta(sources, quotes, { right: 'call', delta: LAYER_DELTA });
      const { expiry } = quotes;
      return {
        ...own,
        kind: 'hedge',
        instrument: 'VIX',
        right: 'call',
        layer,
        quantity,
        strike,
        expiry,
        cost: rounded(price),
      };
    }),
  ];
}

function condorOf(
  sources: PriceSources,
  openedOn: Session,
): Omit<NewLot & { kind: 'condor' }, 'openedOn' | 'isIllustration'> {
  const { spot } = sources.forwards;
  if (!spot) {
    throw new RangeError('SPX is not known');
  }
  const quotes = nearest(sources.board.listed('SPX'), openedOn, CONDOR.days);
  const { expiry, settlement } = quotes;
  const [put, call] = (['put', 'call'] as const).map((right) =>
    byDelta(sources, quotes, { right, delta: CONDOR.delta }),
  );
  if (!put || !call) {
    throw new RangeError('a condor has two sides');
  }
  const width = Math.round((WIDTH.points * spot.value) / WIDTH.index / WIDTH.step) * WIDTH.step;
  const strikes: CondorStrikes = {
    longPut: put.strike - width,
    shortPut: put.strike,
    shortCall: call.strike,
    longCall: call.strike + width,
  };
  const price = (right: Right, strike: number): number => optionOf(sources, quotes, { right, strike }).price;
  const credit = put.price + call.price - price('put', strikes.longPut) - price('call', strikes.longCall);
  return { kind: 'condor', quantity: CONDOR.quantity, expiry, settlement, strikes, credit: rounded(credit) };
}

/** What expires nearest to so many days ahead. */
function nearest(listed: readonly ExpiryQuotes[], today: Session, days: number): ExpiryQuotes {
  const away = ({ expiry }: ExpiryQuotes): number => Math.abs(daysBetween(today, expiry) - days);
  const [first] = listed.toSorted((one, other) => away(one) - away(other));
  if (!first) {
    throw new RangeError(`nothing is listed for ${days} days after ${today}`);
  }
  return first;
}

/** The listed strike whose delta is nearest to one. */
function byDelta(
  sources: PriceSources,
  quotes: ExpiryQuotes,
  { right, delta }: { readonly right: Right; readonly delta: number },
): { readonly strike: number; readonly price: number } {
  const options = quotes.strikes.map((strike) => ({
    strike,
    ...optionOf(sources, quotes, { right, strike }),
  }));
  const away = (option: OptionValue): number => Math.abs(Math.abs(option.delta) - delta);
  const [first] = options.toSorted((one, other) => away(one) - away(other));
  if (!first) {
    throw new RangeError(`no strike is listed for ${quotes.expiry}`);
  }
  return first;
}

function optionOf(
  { marks, clock, forwards, volatilities }: PriceSources,
  { expiry, settlement, quotes: [listed] }: ExpiryQuotes,
  place: Pick<ListedOption, 'right' | 'strike'>,
): OptionValue {
  const settlesAt = clock.settlesAt(expiry, settlement);
  const root = listed?.root ?? 'SPX';
  const forward = root === 'SPX' ? forwards.index(expiry, settlement) : forwards.future(expiry);
  if (settlesAt === undefined || !forward || !forwards.rate) {
    throw new RangeError(`${root} options of ${expiry} have no forward`);
  }
  const rate = forwards.rate.value;
  const option = { root, expiry, settlement, ...place };
  const volatility = volatilities(option, { forward: forward.value, rate, settlesAt });
  if (isUnvalued(volatility)) {
    throw new RangeError(`${root} options of ${expiry} have no volatility: ${volatility}`);
  }
  const years = yearsBetween(marks.asOf, settlesAt);
  return black76({ ...place, years, rate, forward: forward.value, volatility: volatility.value });
}

function rounded(price: number): number {
  return Math.round(price * PRICE_PARTS) / PRICE_PARTS;
}
