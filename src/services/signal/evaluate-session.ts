import { MINUTE } from '#domain/duration.ts';
import type { DueWork } from '#domain/releases/due-work.ts';
import type { Evaluation } from '#domain/signal/snapshot.ts';
import type { Bound } from '#services/bind.ts';
import type { AlertServices } from '#services/delivery/index.ts';
import type { evaluateServers } from './evaluate-servers.ts';
import type { takeSnapshot } from './take-snapshot.ts';

type CheckDeps = { readonly evaluateServers: Bound<typeof evaluateServers> };

type CloseDeps = CheckDeps &
  Pick<AlertServices, 'alertDegraded' | 'alertOnOutage'> & {
    readonly takeSnapshot: Bound<typeof takeSnapshot>;
  };

/**
 * Milliseconds after a close's evaluation is due for which closes that are not there yet are waited for. Then it is
 * evaluated without them, and says so.
 */
const CLOSES_TIMEOUT = 30 * MINUTE;

/**
 * Looks at the running session of day 0, and plans the alerts of every server that it concerns.
 *
 * @throws NoLiveSources, SourceUnavailable, SourceChanged
 */
export async function evaluateCheck(
  deps: CheckDeps,
  { session, time = '09:45' }: DueWork,
  now: number,
  signal: AbortSignal,
): Promise<'evaluated' | 'nothing-open'> {
  const concerned = await deps.evaluateServers({ evaluation: { kind: 'check', session, time }, now }, signal);
  return concerned > 0 ? 'evaluated' : 'nothing-open';
}

/**
 * Evaluates the close of a session: the decision that may move the ratio, of every server that it concerns. Where it
 * cannot be made in time for want of a source, servers are told once.
 *
 * @returns `not-closed` where closes of the session are not there yet, and there is time to wait for them
 * @throws NoLiveSources, SourceUnavailable, SourceChanged
 */
export async function evaluateClose(
  deps: CloseDeps,
  { session, dueAt }: DueWork,
  now: number,
  signal: AbortSignal,
): Promise<'evaluated' | 'nothing-open' | 'not-closed'> {
  const evaluation: Evaluation = { kind: 'official', session };
  if (now < dueAt + CLOSES_TIMEOUT) {
    if (!(await closesAvailable(deps, evaluation, now, signal))) {
      return 'not-closed';
    }
    return outcomeOf(await deps.evaluateServers({ evaluation, now }, signal));
  }
  const work = deps.evaluateServers({ evaluation, now }, signal);
  return outcomeOf(
    await deps.alertOnOutage(work, (source) =>
      deps.alertDegraded(`${session}.closes`, { about: 'no-market', session, source }, now),
    ),
  );
}

function outcomeOf(concerned: number): 'evaluated' | 'nothing-open' {
  return concerned > 0 ? 'evaluated' : 'nothing-open';
}

/** Whether the last bars of everything that a step rests on are those of the evaluated session. */
async function closesAvailable(
  deps: Pick<CloseDeps, 'takeSnapshot'>,
  evaluation: Evaluation,
  now: number,
  signal: AbortSignal,
): Promise<boolean> {
  const { market } = await deps.takeSnapshot(evaluation, now, signal);
  return [market.rut, market.spx, market.vix].every(
    ({ closes }) => closes.at(-1)?.session === evaluation.session,
  );
}
