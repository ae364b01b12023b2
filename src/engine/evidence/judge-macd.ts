import type { Evidence, Measure } from '#domain/signal/evidence.ts';
import type { Series } from '#domain/market/session.ts';
import type { Settings } from '#domain/settings/settings.ts';
import { zeroCrossings } from '#engine/indicators/zero-crossings.ts';
import { holds, measured, unknownEvidence } from './measure.ts';
import type { MarketMeasures } from './measure-market.ts';
import { allTrue, anyTrue } from './truth.ts';

type Settled = Pick<Settings, 'macd.periods' | 'confirm.windowBars'>;

/** Closes among which a histogram is the lowest. */
const LOWEST_OF = 20;

/**
 * Whether the Russell's momentum turned down, alone and against the S&P 500: both histograms below zero, and
 * either its latest cross in the last few closes was bearish (`cross`) or it is the lowest of 20 closes (`lowest`).
 *
 * @param index - place of the session judged; the last one unless told
 */
export function judgeMacd(
  market: MarketMeasures,
  settings: Settled,
  index = market.sessions.length - 1,
): Evidence {
  const flaw = market.rut.flaw ?? market.spx.flaw;
  if (flaw) {
    return unknownEvidence('macd', flaw, [
      { id: 'macdRut', unit: 'index points', wanted: '<', threshold: 0 },
      { id: 'macdRatio', unit: 'fraction', wanted: '<', threshold: 0 },
    ]);
  }
  const periods = settings['macd.periods'];
  const histogram = market.histogram('rut', periods);
  const below = [
    measureBelow(market, { id: 'macdRut', unit: 'index points', histogram }, index),
    measureBelow(
      market,
      { id: 'macdRatio', unit: 'fraction', histogram: market.histogram('ratio', periods) },
      index,
    ),
  ];
  const cross = measureCross(market, settings, { histogram, index });
  const lowest = measureLowest(market, histogram, index);
  const turns = [...cross, lowest];
  const truth = allTrue([...below.map(holds), anyTrue(turns.map(holds))]);
  return {
    id: 'macd',
    truth,
    ...(truth === 'unknown' && { reason: 'too-little-history' }),
    ...(truth === 'true' && { shape: shapeOf(cross, lowest) }),
    measures: [...below, ...turns],
  };
}

type Histogram = Pick<Measure, 'id' | 'unit'> & { readonly histogram: Series };

function measureBelow(market: MarketMeasures, { id, unit, histogram }: Histogram, index: number): Measure {
  return measured(
    { id, unit, value: histogram[index], provenance: market.provenance('pair') },
    { wanted: '<', threshold: 0, near: market.spread(histogram, index) },
  );
}

type Place = { readonly histogram: Series; readonly index: number };

/** Sessions since the latest cross, where it was bearish; nothing where it was not, or where there was none. */
function measureCross(
  market: MarketMeasures,
  settings: Settled,
  { histogram, index }: Place,
): readonly Measure[] {
  const latest = zeroCrossings(histogram).findLast((crossing) => crossing.index <= index);
  if (latest?.kind !== 'bearish') {
    return [];
  }
  return [
    measured(
      {
        id: 'macdCrossAge',
        unit: 'sessions',
        value: index - latest.index,
        provenance: market.provenance('rut'),
      },
      { wanted: '<=', threshold: settings['confirm.windowBars'] - 1 },
    ),
  ];
}

/** How far the histogram stands above the lowest of its last twenty values, itself included. */
function measureLowest(market: MarketMeasures, histogram: Series, index: number): Measure {
  const recent = histogram.slice(Math.max(0, index + 1 - LOWEST_OF), index + 1);
  const known = recent.filter((value) => value !== undefined);
  const value = histogram[index];
  const whole = known.length === LOWEST_OF && value !== undefined;
  return measured(
    {
      id: 'macdLowest',
      unit: 'index points',
      value: whole ? value - Math.min(...known) : undefined,
      provenance: market.provenance('rut'),
    },
    { wanted: '<=', threshold: 0, near: market.spread(histogram, index) },
  );
}

function shapeOf(cross: readonly Measure[], lowest: Measure): string {
  const crossed = cross.some((measure) => holds(measure) === 'true');
  const isLowest = holds(lowest) === 'true';
  return [crossed && 'cross', isLowest && 'lowest'].filter((word) => word !== false).join(' and ');
}
