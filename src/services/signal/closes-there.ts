import type { Evaluation } from '#domain/signal/evaluation.ts';
import type { TakeSnapshot } from './take-snapshot.ts';

/**
 * Whether the last bars of everything that a step rests on are those of the evaluated session.
 *
 * @throws from the function: NoLiveSources, SourceUnavailable, SourceChanged
 */
export type ClosesThere = (evaluation: Evaluation, now: number, signal: AbortSignal) => Promise<boolean>;

export function createClosesThere(takeSnapshot: TakeSnapshot): ClosesThere {
  return async (evaluation, now, signal) => {
    const { market } = await takeSnapshot(evaluation, now, signal);
    return [market.rut, market.spx, market.vix].every(
      ({ closes }) => closes.at(-1)?.session === evaluation.session,
    );
  };
}
