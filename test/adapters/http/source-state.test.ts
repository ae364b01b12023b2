import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { afterFailure, afterSuccess, healthOf, spend } from '#adapters/http/source-state.ts';
import { initialSourceState, type SourceState } from '#domain/health/source-state.ts';

const NOON = Date.UTC(2024, 6, 2, 16);
const MINUTE = 60_000;
const RULES = {
  budget: { perDay: 3, perMinute: 2 },
  breaker: { failures: 2, rest: 5 * MINUTE },
  timeout: 10_000,
};
const FRESH = initialSourceState('bls');

function failedAt(standing: SourceState, at: number, retryAfter = 0): SourceState {
  return afterFailure(standing, { at, kind: 'unavailable', words: 'HTTP 500' }, retryAfter, RULES.breaker);
}

describe('spend', () => {
  it('lets no more requests go in a day than the budget has, whenever they are asked for', () => {
    const gaps = fc.array(fc.integer({ min: 0, max: 40 * MINUTE }), { maxLength: 30 });
    fc.assert(
      fc.property(gaps, (pauses) => {
        let standing = FRESH;
        let now = NOON - 12 * 60 * MINUTE;
        const gone: number[] = [];
        for (const pause of pauses) {
          now += pause;
          const spent = spend(standing, RULES, now);
          standing = spent.state;
          gone.push(...(spent.answer.kind === 'go' ? [now] : []));
        }
        const days = gone.map((at) => new Date(at - 4 * 60 * MINUTE).toISOString().slice(0, 10));
        for (const day of new Set(days)) {
          expect(days.filter((other) => other === day).length).toBeLessThanOrEqual(3);
        }
      }),
    );
  });

  it('says until when to wait for the next minute', () => {
    const once = spend(FRESH, RULES, NOON).state;
    const twice = spend(once, RULES, NOON + 10_000).state;
    expect(spend(twice, RULES, NOON + 20_000).answer).toEqual({ kind: 'wait', until: NOON + MINUTE });
    expect(spend(twice, RULES, NOON + MINUTE).answer.kind).toBe('go');
  });

  it('is not fooled by a clock that was set back', () => {
    const full = spend(spend(FRESH, RULES, NOON).state, RULES, NOON).state;
    expect(spend(full, RULES, NOON - MINUTE).answer.kind).toBe('go');
  });

  it('has no limit where a source names none', () => {
    const free = { ...RULES, budget: {} };
    const hundred = Array.from({ length: 100 }).reduce<SourceState>(
      (standing) => spend(standing, free, NOON).state,
      FRESH,
    );
    expect(spend(hundred, free, NOON).answer.kind).toBe('go');
  });

  it('lets one question try a source after its rest, and holds the others back meanwhile', () => {
    const rested = failedAt(failedAt(FRESH, NOON), NOON);
    expect(spend(rested, RULES, NOON + 5 * MINUTE - 1).answer.kind).toBe('no');
    const probe = spend(rested, RULES, NOON + 5 * MINUTE);
    expect(probe.answer).toEqual({ kind: 'go', isProbe: true });
    expect(spend(probe.state, RULES, NOON + 5 * MINUTE).answer.kind).toBe('no');
    const answered = afterSuccess(probe.state, NOON + 5 * MINUTE);
    expect(spend(answered, RULES, NOON + 5 * MINUTE).answer).toEqual({ kind: 'go', isProbe: false });
  });
});

describe('afterFailure', () => {
  it('rests a source after so many failures in a row, and not before', () => {
    expect(failedAt(FRESH, NOON).restsUntil).toBeUndefined();
    expect(failedAt(failedAt(FRESH, NOON), NOON).restsUntil).toBe(NOON + 5 * MINUTE);
    expect(failedAt(afterSuccess(failedAt(FRESH, NOON), NOON), NOON).restsUntil).toBeUndefined();
  });

  it('rests it as long as it wants', () => {
    expect(failedAt(FRESH, NOON, 60 * MINUTE).restsUntil).toBe(NOON + 60 * MINUTE);
    expect(failedAt(failedAt(FRESH, NOON), NOON, MINUTE).restsUntil).toBe(NOON + 5 * MINUTE);
  });
});

describe('healthOf', () => {
  it('says when a source that rests, or whose minute is full, may be asked again', () => {
    const resting = failedAt(FRESH, NOON, 60 * MINUTE);
    expect(healthOf(resting, RULES, NOON)).toMatchObject({ state: 'resting', nextAt: NOON + 60 * MINUTE });
    expect(healthOf(resting, RULES, NOON + 60 * MINUTE)).toMatchObject({ state: 'failing' });
    const full = spend(spend(FRESH, RULES, NOON).state, RULES, NOON).state;
    expect(healthOf(full, RULES, NOON)).toMatchObject({ leftToday: 1, nextAt: NOON + MINUTE });
  });

  it('names no number of requests where there is no limit', () => {
    expect(healthOf(FRESH, { ...RULES, budget: {} }, NOON)).toEqual({
      source: 'bls',
      state: 'untried',
      nextAt: NOON,
    });
  });
});
