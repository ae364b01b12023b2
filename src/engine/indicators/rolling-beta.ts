import type { Series } from '#domain/market/session.ts';

/** A sum of squared returns below this is what binary fractions leave of a constant. */
const NOISE = 1e-18;

/**
 * Slope of one return on another by least squares, with intercept, over the last `window` sessions, this one
 * included.
 *
 * @returns a value per session; none where a return of the window is missing or the explaining one never moved
 */
export function rollingBeta(dependent: Series, explaining: Series, window: number): Series {
  let unbroken = 0;
  return dependent.map((value, index) => {
    unbroken = value === undefined || explaining[index] === undefined ? 0 : unbroken + 1;
    return unbroken < window ? undefined : slope(dependent, explaining, { last: index, window });
  });
}

type Window = { readonly last: number; readonly window: number };

/** Reads the windows in place: copies of them would be most of an evaluation's work. */
function slope(y: Series, x: Series, { last, window }: Window): number | undefined {
  const first = last + 1 - window;
  let sumX = 0;
  let sumY = 0;
  for (let place = first; place <= last; place += 1) {
    sumX += x[place] ?? 0;
    sumY += y[place] ?? 0;
  }
  const centreX = sumX / window;
  const centreY = sumY / window;
  let products = 0;
  let squares = 0;
  for (let place = first; place <= last; place += 1) {
    const away = (x[place] ?? 0) - centreX;
    products += away * ((y[place] ?? 0) - centreY);
    squares += away * away;
  }
  return squares < NOISE ? undefined : products / squares;
}
