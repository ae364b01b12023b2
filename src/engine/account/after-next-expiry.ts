import { DAY } from '#domain/duration.ts';
import type { AfterExpiry } from '#domain/hedge/book-exposure.ts';
import type { HeldLeg } from '#domain/hedge/valuation.ts';
import { type VegaCase, isCondorLeg, vegaExposure } from './vega-exposure.ts';

/**
 * The ratio once the nearest hedge expiration has settled, if nothing is done: with all else as it is now, and with
 * everything else older by those days on the same forwards and volatilities.
 *
 * @returns `undefined` without a hedge that expires and can be valued
 */
export function afterNextExpiry(given: Omit<VegaCase, 'shift'>): AfterExpiry | undefined {
  const { book } = given;
  const expiring = book.legs.flatMap((held) =>
    !isCondorLeg(held) && 'settlesAt' in held ? [{ expiry: held.leg.expiry, settlesAt: held.settlesAt }] : [],
  );
  const next = expiring.toSorted((first, second) => first.settlesAt - second.settlesAt)[0];
  if (!next) {
    return undefined;
  }
  const remains = (held: HeldLeg): boolean =>
    isCondorLeg(held) || held.leg.kind === 'shares' || held.leg.expiry > next.expiry;
  const left = {
    ...book,
    legs: book.legs.filter(remains),
    unvalued: book.unvalued.filter(remains),
  };
  const days = (next.settlesAt - book.asOf) / DAY;
  const shift = { volPoints: 0, spotPercent: 0, days };
  return {
    expiry: next.expiry,
    days,
    ratio: vegaExposure({ ...given, book: left }).ratio,
    agedRatio: vegaExposure({ ...given, book: left, shift }).ratio,
  };
}
