import { describe, expect, it } from 'vitest';
import type { PrintReading } from '#domain/releases/print.ts';
import { isOnlyShown } from '#engine/evidence/gather-evidence.ts';
import { isWeak, judgePrint } from '#engine/evidence/judge-print.ts';
import { sessionsSince } from '#engine/evidence/read-close.ts';
import { classifyPrint } from '#engine/print/classify-print.ts';
import { someSettings } from '#test/support/engine/decision.ts';
import { type PrintWish, aKnownPrint } from '#test/support/engine/known-print.ts';

const settings = someSettings();
const missedBy = (core: number, headline = core): PrintWish => ({
  core: { actual: 4 + core, consensus: 4 },
  headline: { actual: 4 + headline, consensus: 4 },
});

function judge(wish: PrintWish, age = 0) {
  const reading = classifyPrint(aKnownPrint(wish), settings);
  return judgePrint({ reading, age, sessionBefore: '2014-09-16' }, settings);
}

describe('judgePrint', () => {
  it('shows the surprise in deviations and the age, each beside its bound', () => {
    // Two ticks below on a deviation of 0.10084 points.
    expect(judge(missedBy(-2), 1)).toEqual({
      id: 'print',
      truth: 'true',
      shape: 'weak',
      measures: [
        {
          id: 'surprise',
          unit: 'standard deviations',
          value: expect.closeTo(-0.99163, 4),
          wanted: '<=',
          threshold: -0.5,
          distance: expect.closeTo(-0.49163, 4),
          progress: 1,
        },
        { id: 'eventAge', unit: 'sessions', value: 1, wanted: '<=', threshold: 5, distance: -4, progress: 1 },
      ],
    });
  });

  it('shows the lowest difference in points where there is no score', () => {
    expect(judge({ ...missedBy(-2, 1), past: [] })).toMatchObject({
      truth: 'true',
      measures: [
        { id: 'surprise', unit: 'percentage points', value: -0.1, wanted: '<=', threshold: -0.1 },
        {},
      ],
    });
    expect(judge({ ...missedBy(-1), past: [] }).measures[0]).toMatchObject({ value: -0.05, progress: 0.5 });
  });

  it.each([
    [missedBy(-2), 5, 'true'],
    [missedBy(-2), 6, 'false'],
    [missedBy(-6), 0, 'true'],
    [missedBy(0), 0, 'false'],
    [missedBy(6), 0, 'false'],
  ] as const)('of %o after %d sessions is %s', (wish, age, truth) => {
    expect(judge(wish, age).truth).toBe(truth);
  });

  it('has half a session’s way to go on the day after its window', () => {
    expect(judge(missedBy(-2), 6).measures[1]).toMatchObject({ value: 6, distance: 1, progress: 0 });
  });

  it('is unknown without a print, and with one that cannot be classified until its window is over', () => {
    expect(judgePrint(undefined, settings)).toEqual({
      id: 'print',
      truth: 'unknown',
      reason: 'no-event',
      measures: [],
    });
    const unclassified = (age: number) => judge({ core: {}, headline: {} }, age);
    expect(unclassified(5)).toMatchObject({
      truth: 'unknown',
      reason: 'not-supplied',
      measures: [{ id: 'surprise', unit: 'standard deviations', reason: 'not-supplied' }, { id: 'eventAge' }],
    });
    expect(unclassified(6).truth).toBe('false');
    expect(unclassified(6)).not.toHaveProperty('reason');
  });

  it('opens an event for weak and very weak prints alone', () => {
    const named = (name: Extract<PrintReading, { classified: true }>['class']): boolean => {
      const reading = classifyPrint(aKnownPrint(), settings);
      return reading.classified && isWeak({ ...reading, class: name });
    };
    expect([named('weak'), named('very-weak')]).toEqual([true, true]);
    expect([named('in-line'), named('strong'), named('very-strong')]).toEqual([false, false, false]);
    expect(isWeak(classifyPrint(aKnownPrint({ core: {}, headline: {} }), settings))).toBe(false);
  });
});

describe('isOnlyShown', () => {
  it('holds for small-cap volatility and the term curve, and for nothing that decides', () => {
    expect((['smallCapVol', 'term'] as const).map(isOnlyShown)).toEqual([true, true]);
    const deciding = ['print', 'lag', 'trend', 'breadth', 'rsi', 'macd', 'lateGate'] as const;
    expect(deciding.some(isOnlyShown)).toBe(false);
  });
});

describe('sessionsSince', () => {
  const week = ['2014-09-15', '2014-09-16', '2014-09-17', '2014-09-18', '2014-09-19'];

  it.each([
    ['2014-09-15', '2014-09-19', 4],
    ['2014-09-16', '2014-09-17', 1],
    ['2014-09-17', '2014-09-17', 0],
    ['2014-09-19', '2014-09-15', 0],
    // A Sunday counts as the Friday before it.
    ['2014-09-14', '2014-09-15', 1],
    ['2014-09-17', '2014-09-21', 2],
  ])('from %s to %s is %d', (from, until, count) => {
    expect(sessionsSince(week, from, until)).toBe(count);
  });
});
