import { describe, expect, it } from 'vitest';
import { openHistory } from '#test/support/engine/history.ts';
import { cutsOf, decisionsAround, decisionsInAnotherFuture } from '#test/support/engine/perturbed-history.ts';

/** Releases between two cuts; `test/slow/perturb-the-future.test.ts` cuts at every one. */
const EVERY = 29;

const timeline = await openHistory('whether another future changes a decision of the past');

describe.skipIf(!timeline)('a decision', () => {
  const cuts = timeline ? cutsOf(timeline, EVERY) : [];

  it.each(cuts)('knows nothing of what comes after $session ($asOf)', (cut) => {
    const known = timeline && decisionsAround(timeline, cut);
    const other = timeline && decisionsInAnotherFuture(timeline, cut);
    expect(known?.before.length).toBeGreaterThan(5);
    expect(other?.before).toEqual(known?.before);
  });

  it('is another one once the other future has come', () => {
    const [cut] = cuts;
    const known = timeline && cut && decisionsAround(timeline, cut);
    const other = timeline && cut && decisionsInAnotherFuture(timeline, cut);
    expect(known?.after.length).toBeGreaterThan(0);
    expect(other?.after).not.toEqual(known?.after);
  });
});
