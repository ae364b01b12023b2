import { describe, expect, it } from 'vitest';
import { openHistory } from '#test/support/engine/history.ts';
import { cutsOf, decisionsAround, decisionsInAnotherFuture } from '#test/support/engine/perturbed-history.ts';

const timeline = await openHistory('whether another future changes any decision of the past');

describe.skipIf(!timeline)('every decision since 2010', () => {
  const cuts = timeline ? cutsOf(timeline, 1) : [];

  it('knows nothing of what comes after it', { timeout: 30 * 60_000 }, () => {
    expect(cuts.length).toBeGreaterThan(340);
    for (const cut of cuts) {
      const known = timeline && decisionsAround(timeline, cut);
      const other = timeline && decisionsInAnotherFuture(timeline, cut);
      expect([cut, other?.before]).toEqual([cut, known?.before]);
    }
  });
});
