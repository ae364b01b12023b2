import type { Series } from '#domain/market/session.ts';

/**
 * How much further the small index went than the large one over so many sessions: the difference of their
 * logarithmic returns, a fraction; negative where small caps fell behind.
 *
 * @returns a value per session; none where either close or the one `sessions` before it is missing
 */
export function relativeSpread(small: Series, large: Series, sessions: number): Series {
  return small.map((close, index) => {
    const other = large[index];
    const before = small[index - sessions];
    const otherBefore = large[index - sessions];
    return close === undefined || other === undefined || before === undefined || otherBefore === undefined
      ? undefined
      : Math.log(close / before) - Math.log(other / otherBefore);
  });
}
