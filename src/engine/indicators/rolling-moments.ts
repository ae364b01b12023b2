import type { Series } from '#domain/market/session.ts';

/** Sums of two series' distances from their means over one window. */
export type PairMoments = {
  /** Of the dependent distance times the explaining one. */
  readonly products: number;
  readonly dependentSquares: number;
  readonly explainingSquares: number;
};

/** A sum of squared returns below this is what binary fractions leave of a constant. */
export const CONSTANT_SQUARES = 1e-18;

/**
 * What least squares makes of the last `window` values of two series, this session's included.
 *
 * @param answer - of one window's sums
 * @returns a value per session; none where a value of the window is missing, or where `answer` has none
 */
export function rollingMoments(
  dependent: Series,
  explaining: Series,
  window: number,
  answer: (moments: PairMoments) => number | undefined,
): Series {
  let unbroken = 0;
  return dependent.map((value, last) => {
    unbroken = value === undefined || explaining[last] === undefined ? 0 : unbroken + 1;
    return unbroken < window ? undefined : answer(momentsOf(dependent, explaining, { last, window }));
  });
}

type Window = { readonly last: number; readonly window: number };

/** Reads the windows in place: copies of them would be most of an evaluation's work. */
function momentsOf(y: Series, x: Series, { last, window }: Window): PairMoments {
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
  let explainingSquares = 0;
  let dependentSquares = 0;
  for (let place = first; place <= last; place += 1) {
    const awayX = (x[place] ?? 0) - centreX;
    const awayY = (y[place] ?? 0) - centreY;
    products += awayX * awayY;
    explainingSquares += awayX * awayX;
    dependentSquares += awayY * awayY;
  }
  return { products, dependentSquares, explainingSquares };
}
