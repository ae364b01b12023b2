import { describe, expect, it } from 'vitest';
import { openRecordedYears, RECORDED_YEARS } from '#test/support/engine/history.ts';
import { cutsOf, decisionsAround, decisionsInAnotherFuture } from '#test/support/engine/perturbed-history.ts';

/** Releases between two cuts; `test/slow/perturb-the-future.test.ts` cuts at every one. */
const EVERY = 5;

const timeline = await openRecordedYears();

describe('a decision', () => {
  const cuts = cutsOf(timeline, EVERY, RECORDED_YEARS.from);

  it.each(cuts)('knows nothing of what comes after $session ($asOf)', (cut) => {
    const known = decisionsAround(timeline, cut);
    expect(known.before.length).toBeGreaterThan(5);
    expect(decisionsInAnotherFuture(timeline, cut).before).toEqual(known.before);
  });

  it('is another one once the other future has come', () => {
    const [cut] = cuts;
    const known = cut && decisionsAround(timeline, cut);
    const other = cut && decisionsInAnotherFuture(timeline, cut);
    expect(known?.after.length).toBeGreaterThan(0);
    expect(other?.after).not.toEqual(known?.after);
  });
});
