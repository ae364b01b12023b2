import type { Series } from '#domain/market/session.ts';

/** A sum of squared returns below this is what binary fractions leave of a constant. */
const NOISE = 1e-18;

/**
 * Part of the variance of one return that another does not explain, over the last `window` sessions, this one
 * included: 1 − R² of least squares with intercept.
 *
 * @returns a value per session, 0 to 1; none where a return of the window is missing or one of the two never moved
 * @see W. F. Sharpe (1963), A Simplified Model for Portfolio Analysis, Management Science 9
 */
export function idiosyncraticShare(dependent: Series, explaining: Series, window: number): Series {
  let unbroken = 0;
  return dependent.map((value, index) => {
    unbroken = value === undefined || explaining[index] === undefined ? 0 : unbroken + 1;
    return unbroken < window ? undefined : unexplained(dependent, explaining, { last: index, window });
  });
}

type Window = { readonly last: number; readonly window: number };

function unexplained(y: Series, x: Series, { last, window }: Window): number | undefined {
  const first = last + 1 - window;
  const [centreX, centreY] = [meanOf(x, first, last), meanOf(y, first, last)];
  let products = 0;
  let squaresX = 0;
  let squaresY = 0;
  for (let place = first; place <= last; place += 1) {
    const [awayX, awayY] = [(x[place] ?? 0) - centreX, (y[place] ?? 0) - centreY];
    products += awayX * awayY;
    squaresX += awayX * awayX;
    squaresY += awayY * awayY;
  }
  return squaresX < NOISE || squaresY < NOISE
    ? undefined
    : Math.max(0, 1 - (products * products) / (squaresX * squaresY));
}

function meanOf(series: Series, first: number, last: number): number {
  let sum = 0;
  for (let place = first; place <= last; place += 1) {
    sum += series[place] ?? 0;
  }
  return sum / (last + 1 - first);
}
