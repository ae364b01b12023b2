/** A VIX future as a point of the curve. */
export type CurvePoint = {
  /** Days to settlement. */
  readonly days: number;
  /** VIX points. */
  readonly price: number;
};

/**
 * Price of a VIX future that always has so many days left: on the line between the two futures around it.
 *
 * @param curve - in any order
 * @returns `undefined` where no two futures lie around it; the curve is not drawn on beyond its ends
 */
export function constantMaturity(curve: readonly CurvePoint[], days: number): number | undefined {
  const ascending = curve.toSorted((first, second) => first.days - second.days);
  const farther = ascending.find((point) => point.days >= days);
  const nearer = ascending.findLast((point) => point.days <= days);
  if (!nearer || !farther) {
    return undefined;
  }
  const span = farther.days - nearer.days;
  return span === 0
    ? nearer.price
    : (nearer.price * (farther.days - days) + farther.price * (days - nearer.days)) / span;
}
