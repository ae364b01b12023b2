import { describe, expect, it } from 'vitest';
import type { State } from '#domain/signal/decision.ts';
import {
  moveAtClose,
  moveBetweenCloses,
  type StateProgress,
  type StateInputs,
} from '#engine/decision/move-state.ts';

const AROUND: StateInputs = {
  rank: 'ARMED',
  isOpen: true,
  aboveBase: false,
  unwind: 'false',
  isDegraded: false,
  isRanked: true,
  downAfterCloses: 2,
};

/** The states after closes with these ranks. */
function statesAfter(
  start: State,
  ranks: readonly State[],
  around: Partial<StateInputs> = {},
): readonly State[] {
  let standing: StateProgress = { state: start, closesBelow: 0 };
  return ranks.map((rank) => {
    standing = moveAtClose(standing, { ...AROUND, ...around, rank });
    return standing.state;
  });
}

describe('moveAtClose', () => {
  it('goes up at once, over as many states as the evidence does', () => {
    expect(statesAfter('CALM', ['CAPITULATION'])).toEqual(['CAPITULATION']);
  });

  it('goes down after two closes in a row below, to the higher of the two', () => {
    expect(statesAfter('CAPITULATION', ['ARMED', 'CONFIRM'])).toEqual(['CAPITULATION', 'CONFIRM']);
    expect(statesAfter('CAPITULATION', ['WATCH', 'ARMED'])).toEqual(['CAPITULATION', 'WATCH']);
  });

  it('counts again from the state that it fell to', () => {
    const states = statesAfter('CAPITULATION', ['WATCH', 'ARMED', 'ARMED', 'ARMED']);
    expect(states).toEqual(['CAPITULATION', 'WATCH', 'WATCH', 'ARMED']);
  });

  it('forgets a close below when the next one is not', () => {
    expect(statesAfter('WATCH', ['ARMED', 'WATCH', 'ARMED'])).toEqual(['WATCH', 'WATCH', 'WATCH']);
  });

  it('does not take a close at the state for one below it', () => {
    expect(statesAfter('WATCH', ['WATCH', 'ARMED', 'ARMED'])).toEqual(['WATCH', 'WATCH', 'ARMED']);
  });

  it('neither counts nor forgets at a close whose evidence cannot be told', () => {
    const below: StateProgress = { state: 'WATCH', closesBelow: 1, rankBelow: 'ARMED' };
    expect(moveAtClose(below, { ...AROUND, isRanked: false, isDegraded: true })).toEqual(below);
  });

  it('does not rise while an input is missing', () => {
    expect(statesAfter('ARMED', ['CAPITULATION'], { isDegraded: true })).toEqual(['ARMED']);
  });

  it('is calm after the window at base, whatever the evidence', () => {
    expect(statesAfter('CAPITULATION', ['CAPITULATION'], { isOpen: false })).toEqual(['CALM']);
  });

  it.each([
    ['true', 'UNWIND'],
    ['false', 'HOLD'],
    ['unknown', 'HOLD'],
  ] satisfies readonly (readonly [StateInputs['unwind'], State])[])(
    'after the window above base, with the unwind condition %s, is %s',
    (unwind, state) => {
      expect(statesAfter('CONFIRM', ['CALM'], { isOpen: false, aboveBase: true, unwind })).toEqual([state]);
    },
  );

  it('goes on unwinding while the condition is not known', () => {
    const around = { isOpen: false, aboveBase: true, unwind: 'unknown' } as const;
    expect(statesAfter('UNWIND', ['CALM'], around)).toEqual(['UNWIND']);
  });

  it('leaves HOLD and UNWIND for whatever a new print’s evidence is', () => {
    expect(statesAfter('HOLD', ['ARMED'], { aboveBase: true })).toEqual(['ARMED']);
    expect(statesAfter('UNWIND', ['CONFIRM'], { aboveBase: true, unwind: 'true' })).toEqual(['CONFIRM']);
  });
});

describe('moveBetweenCloses', () => {
  it('never lowers a state inside the window', () => {
    const standing: StateProgress = { state: 'CONFIRM', closesBelow: 1, rankBelow: 'WATCH' };
    expect(moveBetweenCloses(standing, AROUND)).toEqual(standing);
  });

  it('ends what is over when nothing was raised, and waits for the close when something was', () => {
    const standing: StateProgress = { state: 'WATCH', closesBelow: 0 };
    expect(moveBetweenCloses(standing, { ...AROUND, isOpen: false }).state).toBe('CALM');
    expect(moveBetweenCloses(standing, { ...AROUND, isOpen: false, aboveBase: true }).state).toBe('WATCH');
  });
});
