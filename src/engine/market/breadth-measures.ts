import type { Measure } from '#domain/signal/evidence.ts';
import type { Settings } from '#domain/settings/settings.ts';
import { shown } from '#engine/evidence/measure.ts';
import type { MarketMeasures } from '#engine/evidence/measure-market.ts';

/** Advances less declines of small and of large caps, as shares of the issues traded, summed over the window. */
export function breadthMeasures(
  market: MarketMeasures,
  settings: Pick<Settings, 'breadth.sessions'>,
): readonly Measure[] {
  const { breadth } = market;
  const last = market.sessions.length - 1;
  const window = settings['breadth.sessions'];
  const sumOf = (shares: readonly (number | undefined)[]): number | undefined => {
    const recent = shares.slice(last + 1 - window, last + 1);
    return recent.length < window || recent.includes(undefined)
      ? undefined
      : recent.reduce<number>((sum, share) => sum + (share ?? 0), 0);
  };
  const show = (id: Measure['id'], value: number | undefined): Measure =>
    shown({
      id,
      unit: 'net share',
      value,
      ...(breadth.known ? { provenance: breadth.provenance } : { reason: breadth.reason }),
    });
  return [
    show('cumulativeSmall', breadth.known ? sumOf(breadth.small) : undefined),
    show('cumulativeLarge', breadth.known ? sumOf(breadth.large) : undefined),
    shown({
      id: 'breadthDaysSmallBehind',
      unit: 'count',
      value: market.divergence(window)?.daysBehind[last],
      ...(breadth.known ? { provenance: breadth.provenance } : { reason: breadth.reason }),
    }),
  ];
}
