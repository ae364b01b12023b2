import { exponentialBackoff } from '#domain/exponential-backoff.ts';
import { SourceUnavailable } from '#domain/problem.ts';
import type { MonitoredHttpClient, HttpRequest } from '#ports/sources/http-client.ts';
import { attempt, type Failure, type Outcome } from './attempt.ts';
import { createResponseCache } from './response-cache.ts';
import { createSourceTally } from './source-tally.ts';
import type { HttpParts, ClientPolicy } from './client-policy.ts';

/** Characters of answers that are kept to be asked about again. */
const ROOM = 16 * 1024 * 1024;

/**
 * One provider's HTTP client: asks it within its policy, again where that may help, and not at all while it should be
 * left alone. Neither waits nor spends beyond what the policy say, and remembers over restarts what it spent.
 */
export function createHttpClient(policy: ClientPolicy, parts: HttpParts): MonitoredHttpClient {
  const { source } = policy;
  const cache = createResponseCache(ROOM);
  const noted = new WeakSet<Error>();
  const tally = createSourceTally(policy, parts);

  /** @throws SourceUnavailable where it may not even be asked; that is no failure of the source */
  async function outcomeOf(request: HttpRequest, signal: AbortSignal): Promise<Outcome> {
    let last: Outcome | undefined;
    for (let failures = 1; ; failures++) {
      const allowed = await tally.permission(signal);
      if (allowed.kind === 'go') {
        last = await attempt(request, signal, { policy, parts, cache });
        signal.throwIfAborted();
      } else if (!last) {
        throw new SourceUnavailable(source, { cause: new Error(allowed.reason) });
      }
      const mayRepeat = allowed.kind === 'go' && !allowed.isProbe;
      const wait = mayRepeat && last.kind === 'failure' ? pause(last, failures, policy, parts) : undefined;
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
        await tally.failed({ kind: 'failure', problem, isTransient: false });
      }
    },

    health: () => tally.health(),
  };
}

/**
 * Milliseconds until the question is asked again; `undefined` when it is given up. Anything up to the whole back-off, so
 * that many who failed together do not come back together ("full jitter").
 *
 * @see https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/
 */
function pause(
  { isTransient, retryAfter = 0 }: Failure,
  failures: number,
  { retries: { attempts, firstPause, longestPause } }: ClientPolicy,
  { chance, mostAttempts = attempts }: HttpParts,
): number | undefined {
  if (!isTransient || failures >= Math.min(attempts, mostAttempts) || retryAfter > longestPause) {
    return undefined;
  }
  const backoff = exponentialBackoff(failures, { first: firstPause, longest: longestPause });
  return Math.max(retryAfter, Math.floor(chance() * backoff));
}
