import { describe, expect, it } from 'vitest';
import type { Decision } from '#domain/signal/decision.ts';
import type { EvidenceId } from '#domain/signal/evidence.ts';
import { tellStory } from '#test/support/engine/market-story.ts';
import { FAR_BELOW, RUT_FALLS, decide, playAll, times } from '#test/support/engine/play-story.ts';
import {
  COUNTED,
  closesUntil,
  memoryAfter,
  official,
  story,
  weakCpi,
} from '#test/support/engine/weak-cpi-story.ts';

const truth = ({ evidence }: Decision, id: EvidenceId) => evidence.find((piece) => piece.id === id)?.truth;

describe('evaluate, from print to raise and back,', () => {
  it('arms on a weak print, and no further before the close', () => {
    const [print] = closesUntil(0);
    expect(print).toMatchObject({ state: 'ARMED', rank: 'ARMED', age: 0, ratio: { step: 0 }, changed: true });
  });

  it('confirms on day two and raises by one step at once', () => {
    const [, zero, one] = closesUntil(1);
    expect(zero).toMatchObject({ state: 'CONFIRM', ratio: { step: 0, target: 0.6 } });
    expect(one).toMatchObject({
      state: 'CAPITULATION',
      age: 1,
      ratio: { now: 0.6, target: 0.85, step: 0.1, next: 0.7, limits: ['step-up'], strength: 1 },
      adopts: { ratio: 0.7, upUsed: 0.1, lastUpStep: story.session(1) },
    });
  });

  it('leaves the ratio to the posting: the memory still has the old one', () => {
    const [, , one] = closesUntil(1);
    expect(one?.memory.programme).toEqual({ ratio: 0.6, upUsed: 0 });
  });

  it('spends the event’s budget in steps and stops at the target', () => {
    const ratios = closesUntil(5).map(({ ratio }) => ratio.next);
    expect(ratios).toEqual([0.6, 0.6, 0.7, 0.8, 0.85, 0.85, 0.85]);
  });

  it('aims at half of the raise while nobody counts breadth', () => {
    const [, , one] = closesUntil(1, { prints: [weakCpi] });
    expect(one?.ratio).toMatchObject({ target: 0.725, strength: 0.5, next: 0.7 });
  });

  it('aims at half of the raise when nobody forecast the print', () => {
    const unforecast = story.print(0, { core: { actual: 0 }, headline: { actual: 0 } });
    const [, , one] = closesUntil(1, { prints: [unforecast], breadth: true });
    expect(one?.ratio).toMatchObject({ target: 0.725, consensusFactor: 0.5 });
  });

  it('stands down at a VIX of 27: the target is shown, no step is taken', () => {
    const late = tellStory([RUT_FALLS, { ...RUT_FALLS, vix: 27 }]);
    const prints = [late.print(0, FAR_BELOW)];
    const [, decision] = playAll([late.at(0, 'official', { prints }), late.at(1, 'official', { prints })]);
    expect(decision).toMatchObject({
      state: 'CAPITULATION',
      standDown: ['vix-level', 'vix-jump'],
      ratio: { target: 0.725, step: 0, next: 0.6, limits: ['stand-down'] },
    });
    expect(decision).not.toHaveProperty('adopts');
  });

  it('halves the step on the session before a scheduled FOMC statement', () => {
    const fomc = { statement: story.session(2), sessionsAway: 1 };
    const decision = decide(official(1, { ...COUNTED, fomc }), { memory: memoryAfter(0) });
    expect(decision.ratio).toMatchObject({ step: 0.05, limits: ['step-up', 'halved-fomc'] });
  });

  it('has news where the state, the ratio or any evidence that decides turns, and only there', () => {
    const decisions = closesUntil(16);
    const truths = ({ evidence }: Decision) =>
      evidence.filter(({ id }) => id !== 'term' && id !== 'smallCapVol').map(({ truth }) => truth);
    const pairs = decisions.slice(2).map((decision, place) => {
      const before = decisions[place + 1] ?? decision;
      return {
        changed: decision.changed,
        isMoved: decision.state !== before.state || decision.ratio.step !== 0,
        isTurned: JSON.stringify(truths(decision)) !== JSON.stringify(truths(before)),
      };
    });
    expect(pairs.map(({ changed }) => changed)).toEqual(
      pairs.map(({ isMoved, isTurned }) => isMoved || isTurned),
    );
    expect(pairs).toContainEqual({ changed: true, isMoved: false, isTurned: true });
    expect(pairs).toContainEqual({ changed: false, isMoved: false, isTurned: false });
  });

  it('holds after the window, unwinds on the second close of a recovery, and ends exactly at base', () => {
    const decisions = closesUntil(17);
    const at = (place: number) => decisions[place + 1];
    expect(at(6)).toMatchObject({ state: 'HOLD', ratio: { step: 0, next: 0.85 } });
    expect(at(11)).toMatchObject({
      state: 'UNWIND',
      unwind: { closes: 1, onCloses: [] },
      ratio: { step: 0 },
    });
    expect(at(12)).toMatchObject({
      state: 'UNWIND',
      unwind: { branch: 'recovered', closes: 2, onCloses: [story.session(11), story.session(12)] },
      ratio: { target: 0.6, step: -0.05, next: 0.8, limits: ['step-down'] },
    });
    expect(at(16)).toMatchObject({ ratio: { step: -0.05, next: 0.6, limits: [] }, adopts: { upUsed: 0 } });
    expect(at(17)).toMatchObject({ state: 'CALM', ratio: { step: 0 } });
    expect(at(17)).not.toHaveProperty('event');
  });
});

describe('evaluate, where nothing is raised,', () => {
  it('stays armed on a weak CPI while small caps lead', () => {
    const leading = tellStory(times(6, { rut: 0.02, spx: 0.005 }));
    const prints = [leading.print(0, FAR_BELOW)];
    const closes = [0, 1, 2, 3, 4, 5].map((place) => leading.at(place, 'official', { prints }));
    expect(playAll(closes).map(({ state }) => state)).toEqual(Array.from({ length: 6 }, () => 'ARMED'));
  });

  it('does not confirm a weak PPI whose lag comes with an RSI above 35', () => {
    const ppi = story.print(0, { ...FAR_BELOW, kind: 'PPI' });
    const decision = decide(official(0, { prints: [ppi] }));
    const rsi = decision.evidence.find(({ id }) => id === 'rsi');
    expect(truth(decision, 'lag')).toBe('true');
    expect(rsi).toMatchObject({ truth: 'false' });
    expect(rsi?.measures[0]?.value).toBeGreaterThan(35);
    expect(decision).toMatchObject({ state: 'CONFIRM', ratio: { step: 0, target: 0.6 } });
  });

  it('does not confirm a weak PPI with lag at an RSI of 41 beside 56', () => {
    const mild = tellStory(times(2, { rut: -0.008, spx: 0.0026 }));
    const prints = [mild.print(0, { ...FAR_BELOW, kind: 'PPI' })];
    const decision = decide(mild.at(1, 'official', { prints }));
    const rsi = decision.evidence.find(({ id }) => id === 'rsi');
    const [rut = 0, gap = 0] = ['rsiRut', 'rsiGap'].map(
      (wanted) => rsi?.measures.find(({ id }) => id === wanted)?.value ?? Number.NaN,
    );
    expect([Math.round(rut), Math.round(rut - gap)]).toEqual([41, 56]);
    expect(truth(decision, 'lag')).toBe('true');
    expect(truth(decision, 'rsi')).toBe('false');
    expect(decision).toMatchObject({ state: 'CONFIRM', ratio: { step: 0, target: 0.6 } });
  });

  it('tells a hot print and stays calm', () => {
    const hot = story.print(0, {
      core: { actual: 10, consensus: 4 },
      headline: { actual: 10, consensus: 4 },
    });
    const decision = decide(story.at(0, 'print', { prints: [hot] }));
    expect(decision).toMatchObject({ hot: true, state: 'CALM', print: { class: 'very-strong' } });
    expect(decision).not.toHaveProperty('event');
  });

  it.each([
    [6, 'strong', true],
    [4, 'in-line', false],
    [2, 'weak', false],
  ] as const)('calls a headline and core of %d ticks beside 4, %s, hot: %s', (actual, name, hot) => {
    const figure = { actual, consensus: 4 };
    const print = story.print(0, { core: figure, headline: figure });
    const decision = decide(story.at(0, 'print', { prints: [print] }));
    expect(decision).toMatchObject({ hot, print: { class: name } });
  });

  it('has no event and no verdict on a print when the release was cancelled', () => {
    const decision = decide(story.at(0, 'official'));
    expect(decision).toMatchObject({ state: 'CALM', rank: 'CALM' });
    expect(truth(decision, 'print')).toBe('unknown');
  });

  it('informs of dual confirmation without a weak print and moves nothing', () => {
    const decision = decide(official(2, {}));
    expect([truth(decision, 'rsi'), truth(decision, 'macd')]).toEqual(['true', 'true']);
    expect(decision).toMatchObject({ state: 'CALM', ratio: { step: 0, target: 0.6 } });
  });

  it('says unknown, not false, of an unclassified print', () => {
    const bare = story.print(0, { core: {}, headline: {} });
    expect(truth(decide(story.at(0, 'print', { prints: [bare] })), 'print')).toBe('unknown');
  });
});
