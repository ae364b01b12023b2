import { describe, expect, it } from 'vitest';
import type { Measure, TopicMeasures } from '#domain/signal/evidence.ts';
import type { Snapshot } from '#domain/signal/snapshot.ts';
import { measureMarket } from '#engine/evidence/measure-market.ts';
import { topicMeasures } from '#engine/market/topic-measures.ts';
import { someSettings } from '#test/support/engine/decision.ts';
import { tellStory } from '#test/support/engine/market-story.ts';
import { official } from '#test/support/engine/weak-cpi-story.ts';

const detailsOf = (snapshot: Snapshot): TopicMeasures =>
  topicMeasures(snapshot, someSettings(), measureMarket(snapshot));
const valueOf = (measures: readonly Measure[], id: Measure['id']): number | undefined =>
  measures.find((measure) => measure.id === id)?.value;

describe('topicMeasures', () => {
  const falling = detailsOf(official(3));

  it('holds small caps against large ones over 1, 5, 10 and 21 sessions', () => {
    const snapshot = official(3);
    const [rut, spx] = [snapshot.market.rut.closes, snapshot.market.spx.closes];
    const grown = (closes: typeof rut, sessions: number): number =>
      Math.log((closes.at(-1)?.close ?? 1) / (closes.at(-1 - sessions)?.close ?? 1));
    for (const sessions of [1, 5, 10, 21] as const) {
      expect(valueOf(falling['small-caps'], `relative${sessions}`)).toBeCloseTo(
        (grown(rut, sessions) - grown(spx, sessions)) * 100,
        6,
      );
      expect(valueOf(falling['small-caps'], `relativeZ${sessions}`)).toBeLessThan(-1);
    }
  });

  it('shows how far RUT and RUT/SPX stand below their averages, and the beta of the calm before', () => {
    for (const period of [20, 50, 200] as const) {
      expect(valueOf(falling['small-caps'], `rutGap${period}`)).toBeLessThan(0);
      expect(valueOf(falling['small-caps'], `ratioGap${period}`)).toBeLessThan(0);
    }
    expect(valueOf(falling['small-caps'], 'beta252')).toBeGreaterThan(1);
  });

  it('adds up the shares of advances of each universe over the window', () => {
    const behind = tellStory(
      Array.from({ length: 6 }, () => ({ rut: 0, spx: 0, breadth: [-0.2, 0.1] as const })),
    );
    const { breadth } = detailsOf(behind.at(5, 'official', { breadth: true }));
    expect(valueOf(breadth, 'cumulativeSmall')).toBeCloseTo(-1, 9);
    expect(valueOf(breadth, 'cumulativeLarge')).toBeCloseTo(0.5, 9);
    expect(valueOf(breadth, 'breadthDaysSmallBehind')).toBe(5);
  });

  it('divides the nine-day by the one-month, and that by the three-month volatility', () => {
    // VIX9D 12, VIX 14, VIX3M 16 throughout the story.
    expect(valueOf(falling.term, 'nineDayRatio')).toBeCloseTo(12 / 14, 9);
    expect(valueOf(falling.term, 'threeMonthRatio')).toBeCloseTo(14 / 16, 9);
    expect(valueOf(falling.gate, 'expectedDailyRange')).toBeCloseTo(12 / Math.sqrt(252), 9);
  });

  it('shows no number, and says why, where an input is missing', () => {
    const snapshot = official(3);
    const { rut, spx, vix } = snapshot.market;
    const bare = detailsOf({
      ...snapshot,
      market: { rut: { ...rut, closes: rut.closes.slice(0, -1) }, spx, vix },
    });
    const all = [...bare['small-caps'], ...bare.breadth, ...bare.gate, ...bare.term];
    expect(all.every(({ value, reason }) => value === undefined && reason !== undefined)).toBe(true);
  });
});
