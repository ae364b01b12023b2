import type { WallClock } from '#ports/clock.ts';

/** Milliseconds of work after which others get their turn: a press must be acknowledged within three seconds. */
const SLICE = 20;

export type SliceDeps = {
  readonly wallClock: Pick<WallClock, 'now'>;
  /** Lets everything else that waits go first. */
  readonly breathe: () => Promise<void>;
};

/**
 * What comes of a long work that comes in pieces, without keeping anybody else waiting.
 *
 * @param tell - told of each piece
 * @throws the signal's reason once it is aborted
 */
export async function runInSlices<Piece, Result>(
  { wallClock, breathe }: SliceDeps,
  work: Generator<Piece, Result>,
  signal: AbortSignal,
  tell: (piece: Piece) => void = () => undefined,
): Promise<Result> {
  let since = wallClock.now();
  let step = work.next();
  while (step.done !== true) {
    tell(step.value);
    if (wallClock.now() - since >= SLICE) {
      await breathe();
      signal.throwIfAborted();
      since = wallClock.now();
    }
    step = work.next();
  }
  return step.value;
}
