import type { Settlement } from '#domain/book/lot.ts';
import type { Marks } from '#domain/book/mark.ts';
import type { Session } from '#domain/market/session.ts';
import type { Mark, SettlementClock } from '#domain/hedge/valuation.ts';
import { DAY } from '#domain/duration.ts';
import { parityForward } from '#engine/pricing/parity-forward.ts';
import { strikePairs } from '#engine/pricing/strike-pairs.ts';
import { yearsBetween } from '#engine/pricing/years-between.ts';
import { modelFuture } from './model-marks.ts';
import { isOverruled, manualFuture, manualIndex, manualRate, readMark } from './manual-marks.ts';
import type { ExpiryQuotes, QuoteBoard } from './quote-board.ts';

/** What everything is discounted and carried forward with. */
export type ForwardMarks = {
  readonly rate: Mark | undefined;
  /** SPX itself. */
  readonly spot: Mark | undefined;
  /** SPX's, a fraction a year. */
  readonly dividendYield: Mark | undefined;
  /** Forward of SPX for one expiry: from parity of its chain, else from spot, rate and dividend yield. */
  index(expiry: Session, settlement: Settlement): Mark | undefined;
  /**
   * VIX future of one expiry: the fresher of its quote or settlement and of parity of the VIX chain, else set by hand,
   * else from the model. Never the VIX.
   */
  future(expiry: Session): Mark | undefined;
};

/** Where the forwards of one set of marks come from; each is looked for once. */
export function forwardMarks(marks: Marks, board: QuoteBoard, clock: SettlementClock): ForwardMarks {
  const rate = usable(readMark(marks.rate, manualRate(marks)), isRate);
  const spot = usable(readMark(marks.spx, manualIndex(marks, 'SPX')), isPrice);
  const dividendYield = usable(readMark(marks.dividendYield, undefined), isRate);

  function parity(root: 'SPX' | 'VIX', expiry: Session, settlement: Settlement): Mark | undefined {
    const quotes = board.find(root, expiry, settlement);
    const settlesAt = clock.settlesAt(expiry, settlement);
    return quotes && rate && settlesAt !== undefined ? parityMark(quotes, rate.value, settlesAt) : undefined;
  }

  function carried(expiry: Session, settlement: Settlement): Mark | undefined {
    const settlesAt = clock.settlesAt(expiry, settlement);
    if (!spot || !rate || !dividendYield || settlesAt === undefined) {
      return undefined;
    }
    const growth = (rate.value - dividendYield.value) * yearsBetween(marks.asOf, settlesAt);
    return { ...spot, value: spot.value * Math.exp(growth), basis: 'spot-carry' };
  }

  function modelled(expiry: Session): Mark | undefined {
    const settlesAt = clock.settlesAt(expiry, 'AM');
    const { model, asOf } = marks;
    if (!model || settlesAt === undefined || settlesAt <= asOf) {
      return undefined;
    }
    const settled = marks.futures.flatMap((future) => {
      const at = clock.settlesAt(future.expiry, 'AM');
      return at === undefined || !isPrice(future.price)
        ? []
        : [{ days: (at - asOf) / DAY, price: future.price }];
    });
    const { source, quality } = model;
    const value = modelFuture(model, (settlesAt - asOf) / DAY, settled);
    return { value, basis: 'model', source, quality, asOf: model.asOf };
  }

  const index = rememberedBy((expiry: Session, settlement: Settlement) => {
    return parity('SPX', expiry, settlement) ?? carried(expiry, settlement);
  });
  const future = rememberedBy((expiry: Session) => {
    const quoted = fresher(quotedFuture(marks, expiry), parity('VIX', expiry, 'AM'));
    const byHand = manualFuture(marks, expiry);
    const own = quoted && !isOverruled(quoted, byHand) ? quoted : byHand;
    return usable(own, isPrice) ?? usable(modelled(expiry), isPrice);
  });
  return { rate, spot, dividendYield, index, future: (expiry) => future(expiry, 'AM') };
}

/** The forward that the strikes nearest to the money agree on. */
function parityMark(expiry: ExpiryQuotes, rate: number, settlesAt: number): Mark | undefined {
  const { asOf, source, quality } = expiry;
  const parity = parityForward(strikePairs(expiry.quotes), { years: yearsBetween(asOf, settlesAt), rate });
  return parity && { value: parity.forward, basis: 'parity', source, quality, asOf };
}

/** What a source quotes, or the last settlement. */
function quotedFuture({ futures }: Marks, expiry: Session): Mark | undefined {
  const quote = futures.find((future) => future.expiry === expiry);
  if (!quote || !isPrice(quote.price)) {
    return undefined;
  }
  const { price: value, isSettlement, source, quality, asOf } = quote;
  return { value, basis: isSettlement ? 'settlement' : 'quote', source, quality, asOf };
}

/** The later of two marks; of one instant the first, which somebody traded at. */
function fresher(first: Mark | undefined, second: Mark | undefined): Mark | undefined {
  return first && second ? (second.asOf > first.asOf ? second : first) : (first ?? second);
}

/** A mark that can be reckoned with; one that cannot is as good as none. */
function usable(mark: Mark | undefined, isUsable: (value: number) => boolean): Mark | undefined {
  return mark && isUsable(mark.value) ? mark : undefined;
}

/** A fraction a year; what is beyond 1 was surely meant in percent. */
function isRate(value: number): boolean {
  return Math.abs(value) < 1;
}

function isPrice(value: number): boolean {
  return Number.isFinite(value) && value > 0;
}

/** A search by expiry and settlement that is made once each. */
function rememberedBy(
  search: (expiry: Session, settlement: Settlement) => Mark | undefined,
): (expiry: Session, settlement: Settlement) => Mark | undefined {
  const marks = new Map<string, Mark | undefined>();
  return (expiry, settlement) => {
    const key = `${expiry}.${settlement}`;
    if (!marks.has(key)) {
      marks.set(key, search(expiry, settlement));
    }
    return marks.get(key);
  };
}
