import type { Evidence, Measure } from '#domain/signal/evidence.ts';
import type { UnknownReason } from '#domain/market/reading.ts';
import type { Settings } from '#domain/settings/settings.ts';
import type { BreadthDivergence } from '#engine/indicators/breadth-divergence.ts';
import type { StandardScore } from '#engine/statistics/standard-score.ts';
import type { CountedBreadth } from './counted-breadth.ts';
import { holds, measured, unknownEvidence } from './measure.ts';
import type { MarketMeasures } from './measure-market.ts';
import { allTrue } from './truth.ts';

type Settled = Pick<Settings, 'breadth.sessions' | 'breadth.z' | 'breadth.fallbackD'>;

/**
 * Whether fewer small caps than large caps rose, over the last sessions and more so from one to the next.
 *
 * With 60 earlier windows the divergence must be unusual too (`shape` is `with history`); with fewer it must be
 * large, and on most sessions of the window (`fallback`).
 */
export function judgeBreadth(market: MarketMeasures, settings: Settled): Evidence {
  const { breadth } = market;
  const window = settings['breadth.sessions'];
  if (!breadth.known) {
    return unknown(breadth.reason, settings);
  }
  const last = market.sessions.length - 1;
  const windows = market.divergence(window);
  // One session more than the window is asked for: the counts must have begun before it.
  if (windows?.divergence[last] === undefined || breadth.small[last - window] === undefined) {
    const reason = hasGap(breadth) ? 'session-missing' : 'too-little-history';
    return unknown(reason, settings);
  }
  const score = market.score(windows.divergence, last);
  const measures = measureWindow(market, settings, { windows, score });
  const truth = allTrue(measures.map(holds));
  return {
    id: 'breadth',
    truth,
    measures,
    shape: 'score' in score ? 'with history' : 'fallback',
  };
}

/** Whether a session between the first and the last one counted has no counts. */
function hasGap({ small, large }: Extract<CountedBreadth, { known: true }>): boolean {
  return [small, large].some((shares) => {
    const first = shares.findIndex((share) => share !== undefined);
    return shares.slice(first).includes(undefined);
  });
}

function unknown(reason: UnknownReason, settings: Settled): Evidence {
  return unknownEvidence('breadth', reason, [
    { id: 'breadthZ', unit: 'standard deviations', wanted: '<=', threshold: settings['breadth.z'] },
    { id: 'breadthDivergence', unit: 'net share', wanted: '<', threshold: 0 },
    { id: 'breadthSlopeDifference', unit: 'net share', wanted: '<', threshold: 0 },
  ]);
}

type Windows = { readonly windows: BreadthDivergence; readonly score: StandardScore };

function measureWindow(
  market: MarketMeasures,
  settings: Settled,
  { windows, score }: Windows,
): readonly Measure[] {
  const { breadth } = market;
  const last = market.sessions.length - 1;
  const provenance = breadth.known ? breadth.provenance : undefined;
  const { divergence, slopeDifference, daysBehind } = windows;
  const d = { id: 'breadthDivergence', unit: 'net share', value: divergence[last], provenance } as const;
  const near = market.spread(divergence, last);
  const slope = measured(
    { id: 'breadthSlopeDifference', unit: 'net share', value: slopeDifference[last], provenance },
    { wanted: '<', threshold: 0, near: market.spread(slopeDifference, last) },
  );
  if ('score' in score) {
    const z = measured(
      { id: 'breadthZ', unit: 'standard deviations', value: score.score, provenance },
      { wanted: '<=', threshold: settings['breadth.z'], near: 'score' },
    );
    return [z, measured(d, { wanted: '<', threshold: 0, near }), slope];
  }
  const most = Math.floor(settings['breadth.sessions'] / 2) + 1;
  const days = measured(
    { id: 'breadthDaysSmallBehind', unit: 'count', value: daysBehind[last], provenance },
    { wanted: '>=', threshold: most, near: most },
  );
  return [measured(d, { wanted: '<=', threshold: settings['breadth.fallbackD'], near }), slope, days];
}
