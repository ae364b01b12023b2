import { describe, expect, it } from 'vitest';
import { countUnwind, readUnwind } from '#engine/decision/judge-unwind.ts';
import { moveAtClose } from '#engine/decision/move-state.ts';
import { weekdays } from '#test/support/engine/market-story.ts';

const sessions = weekdays(13);
const at = (place: number): string => sessions[place] ?? '';

describe('closes counted towards the unwind', () => {
  it('are those in a row on which it held', () => {
    expect(countUnwind([at(0)], { holds: 'true', branch: 'recovered' }, at(1))).toEqual([at(0), at(1)]);
    expect(countUnwind([at(0)], { holds: 'false' }, at(1))).toEqual([]);
  });

  it('are the same where it is not known, or where the close has been counted', () => {
    expect(countUnwind([at(0)], { holds: 'unknown' }, at(1))).toEqual([at(0)]);
    expect(countUnwind([at(0)], { holds: 'true' }, at(0))).toEqual([at(0)]);
    expect(countUnwind([at(0)], { holds: 'false' }, at(0))).toEqual([at(0)]);
  });

  it('are remembered ten at most, the latest ones', () => {
    const counted = sessions.reduce<readonly string[]>(
      (before, session) => countUnwind(before, { holds: 'true' }, session),
      [],
    );
    expect(counted).toEqual(sessions.slice(3));
  });
});

describe('the unwind as it is read', () => {
  const closes = [at(0), at(1), at(2)];

  it('is due from as many closes in a row as are needed, and cites those', () => {
    const read = (needed: number) => readUnwind({ holds: 'true', branch: 'expired' }, closes, needed);
    expect(read(2)).toEqual({ holds: 'true', branch: 'expired', closes: 3, onCloses: [at(1), at(2)] });
    expect(read(3).onCloses).toEqual(closes);
    expect(read(4)).toEqual({ holds: 'true', branch: 'expired', closes: 3, onCloses: [] });
  });

  it('is not due while it is not known, however many closes were counted', () => {
    expect(readUnwind({ holds: 'unknown' }, closes, 2)).toEqual({
      holds: 'unknown',
      closes: 3,
      onCloses: [],
    });
  });
});

describe('a close below the state', () => {
  const around = {
    rank: 'ARMED',
    isOpen: true,
    aboveBase: false,
    unwind: 'false',
    isDegraded: false,
    isRanked: true,
    downAfterCloses: 3,
  } as const;

  it('is counted, with the highest rank of those below, until there are enough', () => {
    const first = moveAtClose({ state: 'CAPITULATION', closesBelow: 0 }, around);
    expect(first).toEqual({ state: 'CAPITULATION', closesBelow: 1, rankBelow: 'ARMED' });
    const second = moveAtClose(first, { ...around, rank: 'CONFIRM' });
    expect(second).toEqual({ state: 'CAPITULATION', closesBelow: 2, rankBelow: 'CONFIRM' });
    expect(moveAtClose(second, around)).toEqual({ state: 'CONFIRM', closesBelow: 0 });
  });

  it('ends with one that is not below', () => {
    const once = { state: 'CONFIRM', closesBelow: 1, rankBelow: 'ARMED' } as const;
    expect(moveAtClose(once, { ...around, rank: 'CONFIRM' })).toEqual({ state: 'CONFIRM', closesBelow: 0 });
  });
});
