type Facts = readonly (string | undefined)[];

/** Item 8: what the gates mean, with the numbers that it turns on. */
export const vixGate =
  (meaning: string) =>
  ([gates, shape, range, ...since]: Facts): string =>
    [
      `${meaning}; gates passed: ${gates}, term structure ${shape}`,
      ...sincePrint(since),
      `expected day ±${range} %`,
    ].join(', ');

/** What is known of the curve before the print and of skew. */
function sincePrint([before, skew, rise, index, percentile]: Facts): readonly string[] {
  const isKnown = (fact: string | undefined): boolean =>
    fact !== undefined && fact !== '?' && fact !== 'unknown';
  return [
    ...(isKnown(before) ? [`${before} before the print`] : []),
    ...(isKnown(skew)
      ? [`put skew ${skew} vol points (${isKnown(rise) ? `${rise} since the print` : 'before the print ?'})`]
      : []),
    ...(isKnown(index)
      ? [`SKEW ${index}${isKnown(percentile) ? `, above ${percentile} % of 252 sessions` : ''}`]
      : []),
  ];
}
