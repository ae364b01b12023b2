import { describe, expect, it } from 'vitest';
import { signalChart } from '#engine/chart/signal-chart.ts';
import { someSettings } from '#test/support/engine/decision.ts';
import { decide } from '#test/support/engine/play-story.ts';
import { memoryAfter, official, story, weakCpi } from '#test/support/engine/weak-cpi-story.ts';

const draw = (place: number, settings = someSettings(), watermark?: string) =>
  signalChart(
    official(place),
    settings,
    decide(official(place), { memory: memoryAfter(place - 1) }),
    watermark,
  );

describe('signalChart', () => {
  it('shows the last 120 sessions, a value of every series for each', () => {
    const { sessions, rut, averages, rsi, macd, relative } = draw(3);
    expect(sessions).toHaveLength(120);
    expect(sessions.at(-1)).toBe(story.session(3));
    const all = [rut, rsi.rut, rsi.spx, macd.line, macd.signal, macd.histogram, relative];
    for (const series of [...all, ...averages.map(({ values }) => values)]) {
      expect(series).toHaveLength(120);
      expect(series.every((value) => Number.isFinite(value))).toBe(true);
    }
  });

  it('starts RUT/SPX at 1', () => {
    expect(draw(3).relative[0]).toBe(1);
  });

  it('draws the server’s own average between the usual ones, once', () => {
    const periods = (period: number) =>
      draw(3, someSettings({ 'trend.period': period })).averages.map((average) => average.period);
    expect(periods(50)).toEqual([20, 50, 200]);
    expect(periods(200)).toEqual([20, 200]);
  });

  it('marks the prints of the event and the close that confirmed, from that close on', () => {
    const print = { session: story.session(0), label: 'CPI', kind: 'print' };
    const confirmed = { session: story.session(1), label: 'confirmed', kind: 'confirmed' };
    expect(draw(1).marks).toEqual([print, confirmed]);
    expect(draw(12).marks).toEqual([print, confirmed]);
    expect(signalChart(official(0), someSettings(), decide(official(0))).marks).toEqual([print]);
  });

  it('marks a print that is not carried along any more by the event’s own day', () => {
    const snapshot = official(12, {});
    const decision = decide(snapshot, { memory: memoryAfter(11) });
    expect(decision.event?.id).toBe(weakCpi.print.releaseId);
    expect(signalChart(snapshot, someSettings(), decision).marks[0]).toEqual({
      session: story.session(0),
      label: 'CPI',
      kind: 'print',
    });
  });

  it('says where the closes come from, when they were known, and what is printed across', () => {
    const chart = draw(3, someSettings(), 'RECORDED');
    expect(chart.subtitle).toBe(`a story, recorded · as of ${story.session(3)} 16:15 New York`);
    expect(chart.watermark).toBe('RECORDED');
    expect(draw(3)).not.toHaveProperty('watermark');
  });
});
