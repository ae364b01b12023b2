import { describe, expect, it } from 'vitest';
import type { Evidence, EvidenceId, MeasureId, Truth } from '#domain/signal/evidence.ts';
import { progressToNext } from '#engine/decision/progress-to-next.ts';

/** Evidence whose one deciding measure has gone so much of its way. */
function gone(id: EvidenceId, measure: MeasureId, progress: number, truth: Truth = 'false'): Evidence {
  return { id, truth, measures: [{ id: measure, unit: 'count', threshold: 1, progress }] };
}

const evidence: readonly Evidence[] = [
  gone('print', 'surprise', 0.3),
  gone('lag', 'lagZ', 0.62),
  gone('trend', 'trendGap', 0.5),
  gone('breadth', 'breadthZ', 0.8),
  gone('rsi', 'rsiRutBest', 0.7),
  gone('macd', 'macdRut', 0.4),
];

describe('progressToNext', () => {
  it('looks at the print while calm, and at the lag once armed', () => {
    expect(progressToNext('CALM', evidence)).toEqual({ rule: 'print', fraction: 0.3 });
    expect(progressToNext('ARMED', evidence)).toEqual({ rule: 'lag', fraction: 0.62 });
  });

  it('takes the nearest of what would confirm a lag, and the lag itself where that is further', () => {
    const lagging = evidence.map((piece) => (piece.id === 'lag' ? gone('lag', 'lagZ', 1, 'true') : piece));
    expect(progressToNext('WATCH', lagging)).toEqual({ rule: 'breadth', fraction: 0.8 });
    expect(progressToNext('WATCH', evidence)).toEqual({ rule: 'lag', fraction: 0.62 });
  });

  it('takes the furthest of lag, RSI and MACD before capitulation', () => {
    expect(progressToNext('CONFIRM', evidence)).toEqual({ rule: 'macd', fraction: 0.4 });
  });

  it('has nothing above capitulation, and tells nothing of what cannot be told', () => {
    expect(progressToNext('CAPITULATION', evidence)).toBeUndefined();
    expect(progressToNext('HOLD', evidence)).toBeUndefined();
    expect(progressToNext('UNWIND', evidence)).toBeUndefined();
    const blind: Evidence = { id: 'lag', truth: 'unknown', reason: 'stale', measures: [] };
    expect(progressToNext('ARMED', [blind])).toBeUndefined();
  });

  it('counts a cross in time as enough for MACD, and asks for the lowest histogram without one', () => {
    const macd = (crossedAgo: number): Evidence => ({
      id: 'macd',
      truth: 'false',
      measures: [
        { id: 'macdRut', unit: 'index points', threshold: 0, progress: 1 },
        { id: 'macdRatio', unit: 'fraction', threshold: 0, progress: 0.9 },
        { id: 'macdCrossAge', unit: 'sessions', value: crossedAgo, wanted: '<=', threshold: 4 },
        { id: 'macdLowest', unit: 'index points', threshold: 0, progress: 0.2 },
      ],
    });
    const confirmed = [gone('lag', 'lagZ', 1, 'true'), gone('rsi', 'rsiRutBest', 1, 'true')];
    expect(progressToNext('CONFIRM', [...confirmed, macd(2)])?.fraction).toBe(0.9);
    expect(progressToNext('CONFIRM', [...confirmed, macd(9)])?.fraction).toBe(0.2);
  });
});
