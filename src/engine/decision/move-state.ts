import type { Memory, State } from '#domain/signal/decision.ts';
import type { Truth } from '#domain/signal/evidence.ts';
import { heightOf, higherOf } from './rank-evidence.ts';

/** A state, and what is counted before it may fall. */
export type StateProgress = Pick<Memory, 'state' | 'closesBelow' | 'rankBelow'>;

export type StateInputs = {
  readonly rank: State;
  /** Whether the event's window is open. */
  readonly isOpen: boolean;
  readonly aboveBase: boolean;
  readonly unwind: Truth;
  /** Whether an input is missing: the state cannot rise then. */
  readonly isDegraded: boolean;
  /** Whether the evidence of this close can be told, so that it may count as one below. */
  readonly isRanked: boolean;
  readonly downAfterCloses: number;
};

/** The state after a close. Up at once; down after so many closes in a row, to the highest of their ranks. */
export function moveAtClose(before: StateProgress, around: StateInputs): StateProgress {
  if (!around.isOpen) {
    return settled(stateAfterWindow(before.state, around));
  }
  const risen = rise(before.state, around);
  if (risen !== before.state || heightOf(around.rank) >= heightOf(before.state)) {
    return settled(risen);
  }
  return around.isRanked ? countBelow(before, around) : before;
}

/** The state at a print or a check, which may lift it and never lowers it, except that a window may have ended. */
export function moveBetweenCloses(before: StateProgress, around: StateInputs): StateProgress {
  if (!around.isOpen) {
    return around.aboveBase ? before : settled('CALM');
  }
  const risen = rise(before.state, around);
  return risen === before.state ? before : settled(risen);
}

function rise(state: State, { rank, isDegraded }: StateInputs): State {
  return !isDegraded && heightOf(rank) > heightOf(state) ? rank : state;
}

function stateAfterWindow(state: State, { aboveBase, unwind }: StateInputs): State {
  if (!aboveBase) {
    return 'CALM';
  }
  const stays = unwind === 'unknown' && state === 'UNWIND';
  return unwind === 'true' || stays ? 'UNWIND' : 'HOLD';
}

/** The closes are counted anew from the state that they led to. */
function countBelow(before: StateProgress, { rank, downAfterCloses }: StateInputs): StateProgress {
  const closesBelow = before.closesBelow + 1;
  const rankBelow = higherOf(rank, before.rankBelow);
  return closesBelow >= downAfterCloses
    ? settled(rankBelow)
    : { state: before.state, closesBelow, rankBelow };
}

function settled(state: State): StateProgress {
  return { state, closesBelow: 0 };
}
