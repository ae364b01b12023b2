import { describe, expect, it } from 'vitest';
import type { Close } from '#domain/market/session.ts';
import { alignCloses } from '#engine/evidence/aligned-closes.ts';
import { weekdays } from '#test/support/engine/market-story.ts';

const sessions = weekdays(6);
const days: readonly Close[] = sessions.map((session, place) => ({ session, close: 100 + place }));
const align = (closes: readonly Close[], needed = 3, stale = false) =>
  alignCloses({ closes, source: 'test', quality: 'recorded' }, sessions, { sessions: needed, stale });

describe('alignCloses', () => {
  it('puts each close beside its session', () => {
    expect(align(days)).toEqual({ values: [100, 101, 102, 103, 104, 105] });
  });

  it('fills nothing in: a missing session stays missing', () => {
    const { values, flaw } = align(days.toSpliced(4, 1));
    expect(values).toEqual([100, 101, 102, 103, undefined, 105]);
    expect(flaw).toBe('session-missing');
  });

  it('does not mind a gap that lies further back than what is needed', () => {
    expect(align(days.toSpliced(1, 1)).flaw).toBeUndefined();
  });

  it('tells a short history from one with a hole', () => {
    expect(align(days.slice(4)).flaw).toBe('too-little-history');
  });

  it('asks for the last session before anything else', () => {
    expect(align(days.slice(0, -1)).flaw).toBe('stale');
    expect(align(days, 3, true).flaw).toBe('stale');
    expect(align([]).flaw).toBe('not-supplied');
  });
});
