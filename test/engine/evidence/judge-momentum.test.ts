import { describe, expect, it } from 'vitest';
import { judgeMacd } from '#engine/evidence/judge-macd.ts';
import { judgeRsi } from '#engine/evidence/judge-rsi.ts';
import { judgeTrend } from '#engine/evidence/judge-trend.ts';
import { measureMarket, type MarketMeasures } from '#engine/evidence/measure-market.ts';
import { movingAverageConvergence } from '#engine/indicators/moving-average-convergence.ts';
import { someSettings } from '#test/support/engine/decision.ts';
import { official } from '#test/support/engine/weak-cpi-story.ts';

/** The market after close `place` of the story in which small caps fall for six sessions and then recover. */
const at = (place: number): MarketMeasures => measureMarket(official(place));
const settings = someSettings();

describe('judgeRsi', () => {
  it('needs both on the same close: a low RUT, and RUT well under SPX', () => {
    const { truth, measures } = judgeRsi(at(1), settings);
    expect(truth).toBe('true');
    expect(measures[0]).toMatchObject({ id: 'rsiRutBest', wanted: '<=', threshold: 35, progress: 1 });
    expect(measures[1]).toMatchObject({ id: 'rsiGapBest', wanted: '<=', threshold: -5, progress: 1 });
    expect(judgeRsi(at(1), { ...settings, 'rsi.gapMax': -40 }).truth).toBe('false');
    expect(judgeRsi(at(1), { ...settings, 'rsi.rutMax': 20 }).truth).toBe('false');
  });

  it('remembers a low close for as many closes as the server says, this one included', () => {
    // The last RSI at or below 35 is that of session 7.
    expect(judgeRsi(at(11), settings).truth).toBe('true');
    expect(judgeRsi(at(12), settings).truth).toBe('false');
    expect(judgeRsi(at(12), { ...settings, 'confirm.windowBars': 6 }).truth).toBe('true');
  });

  it('shows the close that did it, and today’s beside it', () => {
    const { measures } = judgeRsi(at(11), settings);
    const value = (id: string) => measures.find((measure) => measure.id === id)?.value ?? 0;
    expect(value('rsiRutBest')).toBeLessThan(35);
    expect(value('rsiRut')).toBeGreaterThan(45);
  });

  it('shows the close that came nearest when none did it', () => {
    const { truth, measures } = judgeRsi(at(0), settings);
    expect(truth).toBe('false');
    expect(measures[0]?.distance).toBeGreaterThan(0);
    expect(measures[0]?.value).toBe(measures.find(({ id }) => id === 'rsiRut')?.value);
  });
});

describe('judgeMacd', () => {
  it('fires on a fresh bearish cross, and on the lowest of twenty closes', () => {
    expect(judgeMacd(at(0), settings)).toMatchObject({ truth: 'true', shape: 'cross and lowest' });
  });

  it('asks the Russell over the S&P 500 too, and not the Russell twice', () => {
    const market = at(0);
    const ofRatio = market.histogram('ratio', [12, 26, 9]);
    expect(ofRatio).toEqual(movingAverageConvergence(market.ratio, [12, 26, 9]).histogram);
    const histogram: MarketMeasures['histogram'] = (series, periods) =>
      series === 'ratio' ? ofRatio.map(() => 1) : market.histogram(series, periods);
    expect(judgeMacd({ ...market, histogram }, settings).truth).toBe('false');
  });

  it('goes on firing while the histogram makes new lows, long after the cross', () => {
    expect(judgeMacd(at(5), settings)).toMatchObject({ truth: 'true', shape: 'lowest' });
  });

  it('stops when neither holds any more, though both histograms are below zero', () => {
    const { truth, measures } = judgeMacd(at(6), settings);
    expect(truth).toBe('false');
    expect(measures.filter(({ id }) => id === 'macdRut' || id === 'macdRatio')).toMatchObject([
      { progress: 1 },
      { progress: 1 },
    ]);
  });

  it('calls a histogram the lowest of twenty closes, this one included, and of no more', () => {
    const market = at(10);
    const last = market.sessions.length - 1;
    /** Below zero throughout, so that nothing crosses; lower than today only so many closes ago. */
    const lowerAgo = (ago: number): MarketMeasures => {
      const histogram = market.sessions.map((_, place) =>
        place === last - ago ? -3 : place === last ? -2 : -1,
      );
      return { ...market, histogram: () => histogram };
    };
    expect(judgeMacd(lowerAgo(19), settings).truth).toBe('false');
    expect(judgeMacd(lowerAgo(20), settings)).toMatchObject({ truth: 'true', shape: 'lowest' });
  });

  it('counts the age of the cross within the closes that the server looks back on', () => {
    const ages = [0, 1, 2].map((place) => judgeMacd(at(place), settings).measures[2]);
    expect(ages.map((measure) => measure?.id)).toEqual(['macdCrossAge', 'macdCrossAge', 'macdCrossAge']);
    expect(ages[2]?.value).toBe((ages[0]?.value ?? 0) + 2);
    expect(ages[0]?.threshold).toBe(4);
  });

  it('has no bearish cross to show once momentum has turned up', () => {
    const { truth, measures } = judgeMacd(at(14), settings);
    expect(truth).toBe('false');
    expect(measures.some(({ id }) => id === 'macdCrossAge')).toBe(false);
  });
});

describe('judgeTrend', () => {
  it('is fresh for five sessions after the break, and says so', () => {
    expect(judgeTrend(at(-1), settings)).toMatchObject({ truth: 'false', shape: 'above' });
    expect(judgeTrend(at(0), settings)).toMatchObject({ truth: 'true', shape: 'fresh break' });
    expect(judgeTrend(at(5), settings)).toMatchObject({ shape: 'fresh break' });
    expect(judgeTrend(at(6), settings)).toMatchObject({ shape: 'below' });
  });

  it('shows the usual averages whatever the server’s own is', () => {
    const { measures } = judgeTrend(at(0), { 'trend.period': 100 });
    expect(measures.map(({ id }) => id)).toEqual(['trendGap', 'sma20', 'sma50', 'sma200']);
    expect(measures.every(({ value }) => value !== undefined)).toBe(true);
  });
});
