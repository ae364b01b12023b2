import { describe, expect, it } from 'vitest';
import { openHistory, openRecordedYears, RECORDED_YEARS } from '#test/support/engine/history.ts';
import { cutsOf, decisionsAround, decisionsInAnotherFuture } from '#test/support/engine/perturbed-history.ts';

const whole = await openHistory('whether another future changes any decision since 2010');
const HISTORIES = [
  ...(whole ? [{ since: '2010-03-01', timeline: whole, releases: 348 }] : []),
  { since: RECORDED_YEARS.from, timeline: await openRecordedYears(), releases: 42 },
];

describe.each(HISTORIES)('every decision since $since', ({ since, timeline, releases }) => {
  const cuts = cutsOf(timeline, 1, since);

  it('knows nothing of what comes after it', { timeout: 30 * 60_000 }, () => {
    expect(cuts).toHaveLength(releases);
    for (const cut of cuts) {
      const known = decisionsAround(timeline, cut);
      const other = decisionsInAnotherFuture(timeline, cut);
      expect([cut, other.before]).toEqual([cut, known.before]);
    }
  });
});
