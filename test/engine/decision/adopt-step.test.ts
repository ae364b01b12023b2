import { describe, expect, it } from 'vitest';
import type { Programme } from '#domain/signal/decision.ts';
import { adoptStep } from '#engine/decision/adopt-step.ts';
import { evaluate, initialMemory } from '#engine/decision/evaluate.ts';
import { measureMarket } from '#engine/evidence/measure-market.ts';
import { someSettings } from '#test/support/engine/decision.ts';
import { aSnapshot } from '#test/support/engine/snapshot.ts';

const settings = someSettings();
const at = { session: '2014-09-23', settings };
const byHand = { from: 0.6, to: 0.7, by: '7', at: 0, why: 'desk call' };
const BY_HAND: Programme = { ratio: 0.7, upUsed: 0, byHand };

describe('adoptStep', () => {
  it('forgets who set the ratio by hand once a step of the rules follows', () => {
    expect(adoptStep(BY_HAND, -0.05, at)).toEqual({ ratio: 0.65, upUsed: 0, lastDownStep: '2014-09-23' });
    expect(adoptStep(BY_HAND, 0.1, at)).toEqual({ ratio: 0.8, upUsed: 0.1, lastUpStep: '2014-09-23' });
  });

  it('counts up-steps of the rules alone against an event, not what was set by hand', () => {
    const lifted: Programme = { ...BY_HAND, upUsed: 0.1 };
    expect(adoptStep(lifted, 0.1, at).upUsed).toBe(0.2);
  });
});

describe('evaluate after somebody has set the ratio above base without any event', () => {
  it('keeps the ratio, who set it, and watches on', () => {
    const snapshot = aSnapshot({ kind: 'official', session: '2014-09-23' });
    const memory = { ...initialMemory(settings), programme: BY_HAND };
    const inputs = { snapshot, book: undefined, settings, settingsVersion: 1, memory };
    const { ratio, adopts, memory: kept } = evaluate(inputs, measureMarket(snapshot));
    expect([ratio.now, ratio.step, adopts]).toEqual([0.7, 0, undefined]);
    expect(kept.programme).toEqual(BY_HAND);
  });
});
