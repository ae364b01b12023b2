import { SourceUnavailable } from '#domain/problem.ts';
import type { WatchedWeb, WebRequest } from '#ports/sources/web.ts';
import { attempt, type Failure, type Outcome } from './attempt.ts';
import { createKeptAnswers } from './kept-answers.ts';
import { retryPause } from './retry-pause.ts';
import { createSourceTally } from './source-tally.ts';
import type { WebParts, WebTerms } from './web-terms.ts';

/** Characters of answers that are kept to be asked about again. */
const ROOM = 16 * 1024 * 1024;

/**
 * One provider's way out: asks it within its terms, again where that may help, and not at all while it should be
 * left alone. Neither waits nor spends beyond what the terms say, and remembers over restarts what it spent.
 */
export function createWeb(terms: WebTerms, parts: WebParts): WatchedWeb {
  const { source } = terms;
  const kept = createKeptAnswers(ROOM);
  const noted = new WeakSet<Error>();
  const tally = createSourceTally(terms, parts);

  /** @throws SourceUnavailable where it may not even be asked; that is no failure of the source */
  async function outcomeOf(request: WebRequest, signal: AbortSignal): Promise<Outcome> {
    let last: Outcome | undefined;
    for (let failures = 1; ; failures++) {
      const allowed = await tally.permission(signal);
      if (allowed.kind === 'go') {
        last = await attempt(request, signal, { terms, parts, kept });
        signal.throwIfAborted();
      } else if (!last) {
        throw new SourceUnavailable(source, { cause: new Error(allowed.words) });
      }
      const mayRepeat = allowed.kind === 'go' && !allowed.isProbe;
      const wait = mayRepeat && last.kind === 'failure' ? pause(last, failures, terms, parts) : undefined;
      if (wait === undefined) {
        return last;
      }
      await parts.wallClock.wait(wait, signal);
      signal.throwIfAborted();
    }
  }

  return {
    source,

    async ask(request, signal) {
      signal.throwIfAborted();
      const outcome = await outcomeOf(request, signal);
      if (outcome.kind === 'answer') {
        await tally.succeeded();
        return outcome.answer;
      }
      noted.add(outcome.problem);
      await tally.failed(outcome);
      throw outcome.problem;
    },

    async noteChanged(problem) {
      if (!noted.has(problem)) {
        noted.add(problem);
        await tally.failed({ kind: 'failure', problem, isPassing: false });
      }
    },

    health: () => tally.health(),
  };
}

/** Milliseconds until the question is asked again; `undefined` when it is given up. */
function pause(
  { isPassing, retryAfter = 0 }: Failure,
  failures: number,
  { retries }: WebTerms,
  { chance }: WebParts,
): number | undefined {
  const isOver = !isPassing || failures >= retries.attempts || retryAfter > retries.longestPause;
  return isOver ? undefined : Math.max(retryAfter, retryPause(retries, failures, chance()));
}
