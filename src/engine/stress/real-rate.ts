/**
 * What a rate is worth after inflation: a weak print can raise it while the nominal rate falls. A fraction a year.
 *
 * @param nominal - fraction a year
 * @param inflation - expected, fraction a year, above −1
 */
export function realRate(nominal: number, inflation: number): number {
  return (1 + nominal) / (1 + inflation) - 1;
}
