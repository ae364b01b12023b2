import { describe, expect, it } from 'vitest';
import type { Memory } from '#domain/signal/decision.ts';
import { someSettings } from '#test/support/engine/decision.ts';
import { playAll } from '#test/support/engine/play-story.ts';
import { memoryAfter, official, story, weakCpi } from '#test/support/engine/weak-cpi-story.ts';

const EVENT = weakCpi.print.releaseId;

/** The first up-step, 0.60 to 0.70 at the close of session 1, was skipped before anything of it was filled. */
function skippedAt(ratio: number, event = EVENT): Memory {
  const memory = memoryAfter(1);
  return { ...memory, programme: { ...memory.programme, ratio, skipped: { on: story.session(1), event } } };
}

function closes(places: readonly number[], memory: Memory, settings = someSettings()) {
  return playAll(
    places.map((place) => official(place)),
    { memory, settings },
  ).map(({ ratio: { step, limits } }) => ({ step, limits }));
}

describe('an event one of whose up-steps was skipped', () => {
  it('adds nothing at the next three closes, though everything still confirms, and goes on at the fourth', () => {
    expect(closes([2, 3, 4, 5], skippedAt(0.6))).toEqual([
      { step: 0, limits: ['after-skip'] },
      { step: 0, limits: ['after-skip'] },
      { step: 0, limits: ['after-skip'] },
      { step: 0.1, limits: ['step-up'] },
    ]);
  });

  it.each([0.6, 0.64])('keeps that step in its budget with the multiplier at %d', (ratio) => {
    const settings = someSettings({ 'step.maxUpPerEvent': 0.15 });
    expect(closes([5], skippedAt(ratio), settings)).toEqual([
      { step: 0.05, limits: ['step-up', 'event-budget'] },
    ]);
    const all = someSettings({ 'step.maxUpPerEvent': 0.1 });
    expect(closes([5], skippedAt(ratio), all)).toEqual([{ step: 0, limits: ['step-up', 'event-budget'] }]);
  });

  it('closes with its window where nothing is raised, and leaves the next event all of its budget', () => {
    const settings = someSettings({ 'step.maxUpPerEvent': 0.1 });
    const [last] = playAll([official(6)], { memory: skippedAt(0.6), settings }).slice(-1);
    expect(last?.memory.event).toBeUndefined();
    expect(closes([5], skippedAt(0.6, 'an earlier event'), settings)).toEqual([
      { step: 0.1, limits: ['step-up'] },
    ]);
  });
});

describe('an unwind one of whose down-steps was skipped', () => {
  it('takes the next one at the second close after it, not at the first', () => {
    const { programme, ...memory } = memoryAfter(12);
    expect(programme).toMatchObject({ ratio: 0.8, lastDownStep: story.session(12) });
    const skipped = { ...memory, programme: { ...programme, ratio: 0.85 }, unwindOn: [] };
    expect(closes([13, 14], skipped)).toEqual([
      { step: 0, limits: [] },
      { step: -0.05, limits: ['step-down'] },
    ]);
  });
});
