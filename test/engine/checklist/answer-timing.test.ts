import { describe, expect, it } from 'vitest';
import { answerTiming } from '#engine/checklist/answer-timing.ts';

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
