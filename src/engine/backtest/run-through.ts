/**
 * What comes of a work that comes in pieces.
 *
 * @param tell - hears of every piece
 */
export function runThrough<Piece, Result>(
  work: Generator<Piece, Result>,
  tell: (piece: Piece) => void = () => undefined,
): Result {
  let step = work.next();
  while (step.done !== true) {
    tell(step.value);
    step = work.next();
  }
  return step.value;
}
