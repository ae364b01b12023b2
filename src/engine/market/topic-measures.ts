import type { Measure, TopicMeasures } from '#domain/signal/evidence.ts';
import type { Settings } from '#domain/settings/settings.ts';
import type { Snapshot } from '#domain/signal/snapshot.ts';
import type { MarketMeasures } from '#engine/evidence/measure-market.ts';
import { smallCapMeasures } from './small-cap-measures.ts';
import { termMeasures } from './term-measures.ts';
import { expectedDailyRange } from '#engine/evidence/expected-daily-range.ts';
import { shown } from '#engine/evidence/measure.ts';

/** Everything that the market shows at the last close beyond what the evidence is decided by. */
export function topicMeasures(snapshot: Snapshot, settings: Settings, market: MarketMeasures): TopicMeasures {
  return {
    'small-caps': smallCapMeasures(market),
    breadth: breadthMeasures(market, settings),
    term: termMeasures(snapshot, market),
    gate: gateMeasures(snapshot, settings),
  };
}

/** What SPX travels in a typical day. */
function gateMeasures(snapshot: Snapshot, settings: Pick<Settings, 'edr.mode'>): readonly Measure[] {
  const range = expectedDailyRange(snapshot, settings);
  if (!range.known) {
    return [shown({ id: 'expectedDailyRange', unit: 'percent', value: undefined, reason: range.reason })];
  }
  const { asOf, source, quality, value } = range;
  return [shown({ id: 'expectedDailyRange', unit: 'percent', value, provenance: { asOf, source, quality } })];
}

/** Advances less declines of small and of large caps, as shares of the issues traded, summed over the window. */
function breadthMeasures(
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
