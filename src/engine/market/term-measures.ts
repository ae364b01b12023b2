import type { Measure } from '#domain/signal/evidence.ts';
import type { Reading } from '#domain/market/reading.ts';
import type { Series } from '#domain/market/session.ts';
import type { Snapshot } from '#domain/signal/snapshot.ts';
import { shown } from '#engine/evidence/measure.ts';
import type { MarketMeasures } from '#engine/evidence/measure-market.ts';
import { readClose } from '#engine/evidence/read-close.ts';

/** The curve of implied volatility from nine days to three months, and how unusual its last moves are. */
export function termMeasures(
  { market: history, ...snapshot }: Snapshot,
  market: MarketMeasures,
): readonly Measure[] {
  const last = market.sessions.length - 1;
  const read = (daily: Parameters<typeof readClose>[0]): Reading<number> =>
    readClose(daily, { market: history, ...snapshot });
  const vix = read(history.vix);
  const slopes = market.termSlope();
  const changeScore = (sessions: 1 | 5): Measure => {
    const changes = changesOver(slopes, sessions);
    const score = market.score(changes, last);
    return shown({
      id: `termChangeZ${sessions}`,
      unit: 'standard deviations',
      value: 'score' in score ? score.score : undefined,
      ...('reason' in score && { reason: score.reason }),
      provenance: market.provenance('vix3m'),
    });
  };
  return [
    quotient('nineDayRatio', read(history.vix9d), vix),
    quotient('threeMonthRatio', vix, read(history.vix3m)),
    changeScore(1),
    changeScore(5),
    level('vvix', read(history.vvix)),
  ];
}

function changesOver(series: Series, sessions: number): Series {
  return series.map((value, index) => {
    const before = series[index - sessions];
    return value === undefined || before === undefined ? undefined : value - before;
  });
}

function quotient(id: Measure['id'], first: Reading<number>, second: Reading<number>): Measure {
  if (!first.known || !second.known) {
    const reason = first.known ? second : first;
    return shown({ id, unit: 'fraction', value: undefined, ...(!reason.known && { reason: reason.reason }) });
  }
  const { asOf, source, quality } = first;
  return shown({
    id,
    unit: 'fraction',
    value: first.value / second.value,
    provenance: { asOf, source, quality },
  });
}

function level(id: Measure['id'], reading: Reading<number>): Measure {
  if (!reading.known) {
    return shown({ id, unit: 'VIX points', value: undefined, reason: reading.reason });
  }
  const { asOf, source, quality, value } = reading;
  return shown({ id, unit: 'VIX points', value, provenance: { asOf, source, quality } });
}
