import type { UnwindReading } from '#domain/signal/decision.ts';
import type { Session } from '#domain/market/session.ts';
import type { UnwindCondition } from './judge-unwind.ts';

/** Closes that are remembered of an unwind. */
const REMEMBERED = 10;

/** Closes in a row with the unwind condition, this one included; one that is not known neither counts nor resets. */
export function countUnwind(
  before: readonly Session[],
  { holds }: UnwindCondition,
  session: Session,
): readonly Session[] {
  if (holds === 'unknown' || before.includes(session)) {
    return before;
  }
  return holds === 'true' ? [...before, session].slice(-REMEMBERED) : [];
}

/**
 * How the unwind condition stands after counting.
 *
 * @param needed - closes in a row before the first down-step
 */
export function readUnwind(
  { holds, branch }: UnwindCondition,
  closes: readonly Session[],
  needed: number,
): UnwindReading {
  const isDue = holds === 'true' && closes.length >= needed;
  return {
    holds,
    ...(branch && { branch }),
    closes: closes.length,
    onCloses: isDue ? closes.slice(-needed) : [],
  };
}
