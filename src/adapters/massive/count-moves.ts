import type { AdvanceDecline } from '#domain/market/market.ts';
import type { Session } from '#domain/market/session.ts';

/** Share of a universe that must have been priced in both sessions, or its counts mean nothing. */
const COMPLETE = 0.9;

type Closes = ReadonlyMap<string, number>;

/**
 * How many members of a universe rose, fell or stood still from one session to the next.
 *
 * @returns `undefined` where fewer than nine in ten members have a close in both
 */
export function countMoves(
  members: readonly string[],
  { session, before, after }: { readonly session: Session; readonly before: Closes; readonly after: Closes },
): AdvanceDecline | undefined {
  const moves = members.flatMap((ticker) => {
    const [from, to] = [before.get(ticker), after.get(ticker)];
    return from === undefined || to === undefined ? [] : [Math.sign(to - from)];
  });
  if (members.length === 0 || moves.length < members.length * COMPLETE) {
    return undefined;
  }
  const count = (sign: number): number => moves.filter((move) => move === sign).length;
  return { session, advances: count(1), declines: count(-1), unchanged: count(0) };
}
