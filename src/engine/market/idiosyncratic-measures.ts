import type { Measure } from '#domain/signal/evidence.ts';
import { shown } from '#engine/evidence/measure.ts';
import type { MarketMeasures } from '#engine/evidence/measure-market.ts';
import { mean } from '#engine/statistics/summary.ts';

/** Sessions of a quarter and of a year, with the names of the share over them and of its mean. */
const WINDOWS = [
  { window: 63, share: 'idiosyncraticShare', average: 'idiosyncraticMean' },
  { window: 252, share: 'idiosyncraticShare252', average: 'idiosyncraticMean252' },
] as const;

/** Values without which a mean says nothing of what is usual. */
const FEWEST = 60;

/**
 * How much of RUT's variance SPX does not explain, over a quarter and over a year, each before its own mean over the
 * known history. Fractions.
 *
 * @see docs/method.md#idiosyncratic-share
 */
export function idiosyncraticMeasures(
  market: Pick<MarketMeasures, 'idiosyncraticShare' | 'rut' | 'spx' | 'provenance'>,
): readonly Measure[] {
  const reason = market.rut.flaw ?? market.spx.flaw;
  const provenance = market.provenance('pair');
  const show = (id: Measure['id'], value: number | undefined): Measure =>
    shown({
      id,
      unit: 'fraction',
      value: reason ? undefined : value,
      provenance,
      ...(reason && { reason }),
    });
  return WINDOWS.flatMap(({ window, share, average }) => {
    const shares = market.idiosyncraticShare(window);
    const known = shares.filter((value) => value !== undefined);
    return [show(share, shares.at(-1)), show(average, known.length < FEWEST ? undefined : mean(known))];
  });
}
