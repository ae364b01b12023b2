import { describe, expect, it } from 'vitest';
import { alertChart } from '#engine/chart/alert-chart.ts';
import { someSettings } from '#test/support/engine/decision.ts';
import { decide } from '#test/support/engine/play-story.ts';
import { memoryAfter, official, story } from '#test/support/engine/weak-cpi-story.ts';

const decisionAt = (place: number) => decide(official(place), { memory: memoryAfter(place - 1) });
const chartAt = (place: number) => alertChart(official(place), someSettings(), decisionAt(place));

describe('alertChart', () => {
  it('measures both indices from the close before the print, with 20 sessions before it', () => {
    const { from, sessions, rut, spx, prints } = chartAt(3);
    const { event } = decisionAt(3);
    expect(from).toBe(event?.sessionBefore);
    expect(sessions.indexOf(from)).toBe(20);
    expect(sessions.at(-1)).toBe(story.session(3));
    expect([rut[20], spx[20]]).toEqual([0, 0]);
    expect([rut.length, spx.length]).toEqual([sessions.length, sessions.length]);
    expect(prints).toEqual([story.session(0)]);
  });

  it('tells the change in percent', () => {
    const { rut, sessions, from } = chartAt(3);
    const closes = new Map(official(3).market.rut.closes.map(({ session, close }) => [session, close]));
    const [first = 0, last = 0] = [closes.get(from), closes.get(sessions.at(-1) ?? '')];
    expect(rut.at(-1)).toBeCloseTo((100 * (last - first)) / first, 9);
  });

  it('shows the RSI of small caps with the server’s level, and the VIX where it forbids to add', () => {
    const settings = someSettings({ 'rsi.rutMax': 33, 'rsi.period': 9, 'vix.lateLevel': 28 });
    const decision = decisionAt(3);
    const of = (standDown: (typeof decision)['standDown']) =>
      alertChart(official(3), settings, { ...decision, standDown }).reading;
    expect(of([])).toMatchObject({ kind: 'rsi', period: 9, level: 33 });
    expect(of(['fomc'])).toMatchObject({ kind: 'rsi' });
    expect(of(['vix-level'])).toMatchObject({ kind: 'vix', level: 28 });
  });

  it('shows the last 21 sessions where no print is open', () => {
    const { event: _, ...closed } = decisionAt(3);
    const { sessions, from, prints } = alertChart(official(3), someSettings(), closed);
    expect([sessions.length, sessions[0], prints]).toEqual([41, sessions.at(-41), []]);
    expect(sessions.indexOf(from)).toBe(20);
  });
});
