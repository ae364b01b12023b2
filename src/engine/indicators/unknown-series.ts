/** A series of which nothing is known yet, to be filled in. */
export function unknownSeries(length: number): (number | undefined)[] {
  return Array<number | undefined>(length).fill(undefined);
}
