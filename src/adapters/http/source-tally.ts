import { SourceUnavailable } from '#domain/problem.ts';
import type { SourceHealth, SourceState } from '#domain/health/source-state.ts';
import { hideSecrets, inWords } from './hide-secrets.ts';
import { afterFailure, afterSuccess, healthOf, type Permission, spend } from './source-state.ts';
import type { Failure } from './attempt.ts';
import type { HttpParts, ClientPolicy } from './client-policy.ts';

/** Keeps count of what a source was asked and how it answered, and says whether it may be asked again. */
export interface SourceTally {
  /** Spends one request; waits for the next minute where this one's are spent. */
  permission(signal: AbortSignal): Promise<Exclude<Permission, { kind: 'wait' }>>;
  succeeded(): Promise<void>;
  failed(failure: Failure): Promise<void>;
  health(): Promise<SourceHealth>;
}

export function createSourceTally(policy: ClientPolicy, { wallClock, ledger, log }: HttpParts): SourceTally {
  const { source } = policy;

  async function change(next: (state: SourceState) => SourceState): Promise<void> {
    await ledger.changeSource(source, (state) => ({ state: next(state), answer: undefined }));
  }

  return {
    async permission(signal) {
      for (;;) {
        const now = wallClock.now();
        const answer = await ledger.changeSource(source, (state) => spend(state, policy, now));
        if (answer.kind !== 'wait') {
          return answer;
        }
        await wallClock.wait(answer.until - now, signal);
        signal.throwIfAborted();
      }
    },

    async succeeded() {
      const now = wallClock.now();
      await change((state) => afterSuccess(state, now));
    },

    async failed({ problem, retryAfter = 0 }) {
      const at = wallClock.now();
      const kind = problem instanceof SourceUnavailable ? 'unavailable' : 'changed';
      const words = hideSecrets(inWords(problem), policy.secrets);
      log.warn('source.failed', { source, kind, words });
      await change((state) => afterFailure(state, { at, kind, words }, retryAfter, policy.breaker));
    },

    async health() {
      return healthOf(await ledger.sourceState(source), policy, wallClock.now());
    },
  };
}
