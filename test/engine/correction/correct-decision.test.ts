import { describe, expect, it } from 'vitest';
import type { Snapshot } from '#domain/signal/snapshot.ts';
import { changedInputs } from '#engine/correction/changed-inputs.ts';
import { correctDecision } from '#engine/correction/correct-decision.ts';
import { someSettings } from '#test/support/engine/decision.ts';
import { decide } from '#test/support/engine/play-story.ts';
import { memoryAfter, official, story, weakCpi } from '#test/support/engine/weak-cpi-story.ts';

const inputs = (snapshot: Snapshot) => ({
  snapshot,
  book: undefined,
  settings: someSettings(),
  settingsVersion: 3,
  memory: memoryAfter(0),
});

/** What was decided on one reading of the close, made again on another. */
function correct(then: Snapshot, now: Snapshot) {
  const decision = decide(then, { memory: memoryAfter(0) });
  return correctDecision(decision, inputs(then), now);
}

const withRut = (snapshot: Snapshot, back: number, close: number): Snapshot => ({
  ...snapshot,
  market: {
    ...snapshot.market,
    rut: {
      ...snapshot.market.rut,
      closes: snapshot.market.rut.closes.map((day, index, all) =>
        index === all.length - 1 - back ? { ...day, close } : day,
      ),
    },
  },
});

describe('correctDecision', () => {
  it('has nothing to say when the same is known', () => {
    expect(correct(official(1), structuredClone(official(1)))).toBeUndefined();
  });

  it('has nothing to say of a datum that moved nothing which a reader relied on', () => {
    const last = official(1).market.rut.closes.at(-1)?.close ?? 0;
    expect(correct(official(1), withRut(official(1), 0, last + 0.01))).toBeUndefined();
  });

  it('tells counts that came late: full strength where half was shown, the step the same', () => {
    const correction = correct(official(1, { prints: [weakCpi] }), official(1));
    expect(correction).toMatchObject({
      decisionId: `${story.session(1)}.official`,
      isConclusion: true,
      changes: [
        { of: 'evidence', id: 'breadth', was: 'unknown', is: 'true' },
        { of: 'target', was: 0.725, is: 0.85 },
      ],
    });
    expect(correction?.inputs[0]).toMatchObject({ session: story.session(1) });
  });

  it('tells a close that was wrong, and that no step would have been taken', () => {
    const before = official(1).market.rut.closes.at(-3)?.close ?? 0;
    const correction = correct(official(1), withRut(withRut(official(1), 0, before), 1, before));
    expect(correction?.isConclusion).toBe(true);
    expect(correction?.changes).toContainEqual({ of: 'step', was: 0.1, is: 0 });
    expect(correction?.inputs).toMatchObject([
      { series: 'RUT', session: story.session(1), is: before },
      { series: 'RUT', session: story.session(0), is: before },
    ]);
  });

  it('calls it no correction when a source does not say today what it said then', () => {
    const { market, ...others } = official(1);
    const withMarket = (changed: Partial<Snapshot['market']>): Snapshot => ({
      ...others,
      market: { ...market, ...changed },
    });
    const without = { ...market.rut, closes: market.rut.closes.slice(0, -1) };
    expect(correct(official(1), official(1, { prints: [weakCpi] }))).toBeUndefined();
    expect(correct(official(1), withMarket({ rut: without }))).toBeUndefined();
    expect(correct(official(1), withMarket({ rut: { ...market.rut, closes: [] } }))).toBeUndefined();
  });

  it('takes no fund for the index that was read then', () => {
    const before = official(1).market.rut.closes.at(-3)?.close ?? 0;
    const wrong = withRut(withRut(official(1), 0, before), 1, before);
    const rut = { ...wrong.market.rut, quality: 'proxy' as const };
    expect(correct(official(1), wrong)).toBeDefined();
    expect(correct(official(1), { ...wrong, market: { ...wrong.market, rut } })).toBeUndefined();
  });

  it('moves nothing: what was adopted is no part of it', () => {
    const correction = correct(official(1, { prints: [weakCpi] }), official(1));
    expect(JSON.stringify(correction)).not.toContain('adopts');
  });
});

describe('changedInputs', () => {
  const { market } = official(1);

  it('is silent where one reading merely begins later', () => {
    const shorter = { ...market, rut: { ...market.rut, closes: market.rut.closes.slice(50) } };
    expect(changedInputs(market, shorter)).toEqual([]);
  });

  it('tells a value that is there now and was not', () => {
    const without = { ...market, vix: { ...market.vix, closes: market.vix.closes.slice(0, -1) } };
    expect(changedInputs(without, market)).toEqual([{ series: 'VIX', session: story.session(1), is: 14 }]);
  });
});
