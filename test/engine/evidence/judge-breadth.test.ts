import { describe, expect, it } from 'vitest';
import type { Snapshot } from '#domain/signal/snapshot.ts';
import { judgeBreadth } from '#engine/evidence/judge-breadth.ts';
import { measureMarket } from '#engine/evidence/measure-market.ts';
import { someSettings } from '#test/support/engine/decision.ts';
import { official } from '#test/support/engine/weak-cpi-story.ts';

const settings = someSettings();
const judge = (snapshot: Snapshot) => judgeBreadth(measureMarket(snapshot), settings);

/** The close of session 3, by when small caps have been behind for four sessions, with other counts. */
function counted(change: (days: readonly Day[]) => readonly Day[]): Snapshot {
  const snapshot = official(3);
  const { breadth } = snapshot.market;
  const changed = breadth && {
    small: { ...breadth.small, days: change(breadth.small.days) },
    large: { ...breadth.large, days: change(breadth.large.days) },
  };
  return { ...snapshot, market: { ...snapshot.market, ...(changed && { breadth: changed }) } };
}

type Day = NonNullable<Snapshot['market']['breadth']>['small']['days'][number];

describe('judgeBreadth', () => {
  it('fires when small caps part from large ones by more than they usually do', () => {
    const { truth, shape, measures } = judge(counted((days) => days));
    expect([truth, shape]).toEqual(['true', 'with history']);
    expect(measures.map(({ id }) => id)).toEqual(['breadthZ', 'breadthDivergence', 'breadthSlopeDifference']);
  });

  it('asks for a large divergence on most sessions while fewer than sixty windows are known', () => {
    const { truth, shape, measures } = judge(counted((days) => days.slice(-40)));
    expect([truth, shape]).toEqual(['true', 'fallback']);
    expect(measures.map(({ id, threshold }) => [id, threshold])).toEqual([
      ['breadthDivergence', -0.5],
      ['breadthSlopeDifference', 0],
      ['breadthDaysSmallBehind', 3],
    ]);
  });

  it('needs the session before its window as well', () => {
    expect(judge(counted((days) => days.slice(-6))).truth).toBe('true');
    expect(judge(counted((days) => days.slice(-5)))).toMatchObject({
      truth: 'unknown',
      reason: 'too-little-history',
    });
  });

  it('is unknown, not false, where nobody counts, or counted today', () => {
    expect(judge(official(3, {}))).toMatchObject({ truth: 'unknown', reason: 'not-supplied' });
    expect(judge(counted((days) => days.slice(0, -1)))).toMatchObject({ truth: 'unknown', reason: 'stale' });
    expect(judge(counted((days) => days.toSpliced(-3, 1)))).toMatchObject({
      truth: 'unknown',
      reason: 'session-missing',
    });
  });

  it('is unknown where a session has no issues at all, never "no divergence"', () => {
    const none = counted((days) =>
      days.map((day, place) => (place === days.length - 2 ? { ...day, advances: 0, declines: 0 } : day)),
    );
    expect(judge(none)).toMatchObject({ truth: 'unknown', reason: 'session-missing' });
  });

  it('labels counts without those that stood still', () => {
    const partial = counted((days) =>
      days.map(({ session, advances, declines }) => ({ session, advances, declines })),
    );
    expect(judge(partial).measures[0]?.provenance?.quality).toBe('proxy');
    expect(judge(counted((days) => days)).measures[0]?.provenance?.quality).toBe('recorded');
  });
});
