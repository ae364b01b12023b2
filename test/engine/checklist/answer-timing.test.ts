import { describe, expect, it } from 'vitest';
import { answerFomc, answerTiming } from '#engine/checklist/answer-timing.ts';

const from = Date.UTC(2024, 6, 11, 13, 45);
const rebalance = {
  session: '2024-07-11',
  from,
  until: Date.UTC(2024, 6, 11, 19, 50),
  after: 'opening',
} as const;

describe('answerTiming', () => {
  it('says that it is no moment before the window, and when it opens', () => {
    expect(answerTiming({ asOf: from - 1, rebalance })).toMatchObject({
      status: 'watch',
      finding: 'window-later',
      facts: ['2024-07-11', '09:45', '15:50'],
    });
  });

  it('is content inside of it', () => {
    expect(answerTiming({ asOf: from, rebalance })).toMatchObject({ status: 'ok', finding: 'window-open' });
  });

  it('names a settlement morning as the reason', () => {
    const settlement = { ...rebalance, after: 'vix-settlement' } as const;
    expect(answerTiming({ asOf: from - 1, rebalance: settlement }).finding).toBe('window-after-settlement');
  });

  it('does not know where the calendar ends', () => {
    expect(answerTiming({ asOf: from })).toMatchObject({ status: 'unknown', finding: 'unknown' });
  });
});

describe('answerFomc', () => {
  /** 14:00 in New York on 2014-09-17. */
  const published = Date.UTC(2014, 8, 17, 18);
  const policy = { 'fomc.policy': 'halve' } as const;
  const judge = (
    sessionsAway: number,
    { latest, noted }: { readonly latest?: string; readonly noted?: number } = {},
  ): readonly string[] => {
    const fomc = { statement: '2014-09-17', sessionsAway, ...(latest !== undefined && { latest }) };
    const { status, finding } = answerFomc({ fomc }, policy, noted === undefined ? undefined : { at: noted });
    return [status, finding];
  };

  it('is unknown until somebody has noted what was said since the statement', () => {
    const latest = '2014-09-17';
    expect(judge(-1, { latest })).toEqual(['unknown', 'inside-unread']);
    expect(judge(-1, { latest, noted: published - 1 })).toEqual(['unknown', 'inside-unread']);
    expect(judge(-1, { latest, noted: published })).toEqual(['watch', 'inside']);
    expect(judge(-4, { latest })).toEqual(['unknown', 'outside-unread']);
    expect(judge(-4, { latest, noted: published })).toEqual(['ok', 'outside']);
  });

  it('asks for a note on the day itself only once the statement is there', () => {
    expect(judge(0, { latest: '2014-07-30' })).toEqual(['watch', 'inside']);
    expect(judge(0, { latest: '2014-09-17' })).toEqual(['unknown', 'inside-unread']);
  });

  it('looks ahead to the next one, whatever was said at the last', () => {
    expect(judge(1, { latest: '2014-07-30' })).toEqual(['watch', 'inside']);
    expect(judge(8, { latest: '2014-07-30' })).toEqual(['unknown', 'outside-unread']);
    expect(judge(8)).toEqual(['ok', 'outside']);
  });

  it('asks as well where a snapshot of before knows only the nearest statement', () => {
    expect(judge(-4)).toEqual(['unknown', 'outside-unread']);
    expect(judge(-4, { noted: published })).toEqual(['ok', 'outside']);
  });

  it('names the statement whose pages are to be read', () => {
    const fomc = { statement: '2014-10-29', sessionsAway: 9, latest: '2014-09-17' };
    expect(answerFomc({ fomc }, policy).facts).toEqual(['2014-10-29', 9, 'halve', '2014-09-17']);
    expect(answerFomc({}, policy)).toMatchObject({ status: 'unknown', finding: 'no-date' });
  });
});
