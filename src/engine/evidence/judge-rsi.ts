import type { Evidence, Measure } from '#domain/signal/evidence.ts';
import type { Settings } from '#domain/settings/settings.ts';
import { holds, leastProgress, measured, shown, unknownEvidence } from './measure.ts';
import type { MarketMeasures } from './measure-market.ts';
import { allTrue, anyTrue } from './truth.ts';

type Settled = Pick<Settings, 'rsi.period' | 'rsi.rutMax' | 'rsi.gapMax' | 'confirm.windowBars'>;

/** One close's RSI of the Russell, and how far it stands under that of the S&P 500. */
type Bar = readonly [Measure, Measure];

/**
 * Whether on some close of the last few the Russell's RSI was low, and lower than the S&P 500's by enough on the
 * same close. The deciding measures are of the close that did it, else of the one that came nearest.
 *
 * @param index - place of the session judged; the last one unless told
 */
export function judgeRsi(
  market: MarketMeasures,
  settings: Settled,
  index = market.sessions.length - 1,
): Evidence {
  const flaw = market.rut.flaw ?? market.spx.flaw;
  if (flaw) {
    return unknownEvidence('rsi', flaw, [
      { id: 'rsiRutBest', unit: 'RSI points', wanted: '<=', threshold: settings['rsi.rutMax'] },
      { id: 'rsiGapBest', unit: 'RSI points', wanted: '<=', threshold: settings['rsi.gapMax'] },
    ]);
  }
  const bars = Array.from({ length: settings['confirm.windowBars'] }, (_, back) =>
    measureBar(market, settings, index - back),
  );
  const truth = anyTrue(bars.map((bar) => allTrue(bar.map(holds))));
  const best = bars.reduce((nearest, bar) => (isNearer(bar, nearest) ? bar : nearest), bars[0] ?? []);
  const provenance = market.provenance('pair');
  const period = settings['rsi.period'];
  return {
    id: 'rsi',
    truth,
    ...(truth === 'unknown' && { reason: 'too-little-history' }),
    measures: [
      ...best,
      shown({ id: 'rsiRut', unit: 'RSI points', value: market.strength('rut', period)[index], provenance }),
      shown({ id: 'rsiGap', unit: 'RSI points', value: market.strengthGap(period)[index], provenance }),
    ],
  };
}

function measureBar(market: MarketMeasures, settings: Settled, index: number): Bar {
  const period = settings['rsi.period'];
  const rut = market.strength('rut', period);
  const gap = market.strengthGap(period);
  const provenance = market.provenance('pair');
  return [
    measured(
      { id: 'rsiRutBest', unit: 'RSI points', value: rut[index], provenance },
      { wanted: '<=', threshold: settings['rsi.rutMax'], near: market.spread(rut, index) },
    ),
    measured(
      { id: 'rsiGapBest', unit: 'RSI points', value: gap[index], provenance },
      { wanted: '<=', threshold: settings['rsi.gapMax'], near: market.spread(gap, index) },
    ),
  ];
}

function isNearer(bar: readonly Measure[], other: readonly Measure[]): boolean {
  return (leastProgress(bar) ?? -1) > (leastProgress(other) ?? -1);
}
