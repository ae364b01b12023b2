import { SourceUnavailable } from '#domain/problem.ts';
import type { SourceHealth, SourceStanding } from '#domain/health/source-standing.ts';
import { hideSecrets, inWords } from './hide-secrets.ts';
import { afterFailure, afterSuccess, healthOf, type Permission, spend } from './standing.ts';
import type { Failure } from './attempt.ts';
import type { WebParts, WebTerms } from './web-terms.ts';

/** Keeps count of what a source was asked and how it answered, and says whether it may be asked again. */
export interface SourceTally {
  /** Spends one request; waits for the next minute where this one's are spent. */
  permission(signal: AbortSignal): Promise<Exclude<Permission, { kind: 'wait' }>>;
  succeeded(): Promise<void>;
  failed(failure: Failure): Promise<void>;
  health(): Promise<SourceHealth>;
}

export function createSourceTally(terms: WebTerms, { wallClock, ledger, log }: WebParts): SourceTally {
  const { source } = terms;

  async function change(next: (standing: SourceStanding) => SourceStanding): Promise<void> {
    await ledger.changeSource(source, (standing) => ({ standing: next(standing), answer: undefined }));
  }

  return {
    async permission(signal) {
      for (;;) {
        const now = wallClock.now();
        const answer = await ledger.changeSource(source, (standing) => spend(standing, terms, now));
        if (answer.kind !== 'wait') {
          return answer;
        }
        await wallClock.wait(answer.until - now, signal);
        signal.throwIfAborted();
      }
    },

    async succeeded() {
      const now = wallClock.now();
      await change((standing) => afterSuccess(standing, now));
    },

    async failed({ problem, retryAfter = 0 }) {
      const at = wallClock.now();
      const kind = problem instanceof SourceUnavailable ? 'unavailable' : 'changed';
      const words = hideSecrets(inWords(problem), terms.secrets);
      log.warn('source.failed', { source, kind, words });
      await change((standing) => afterFailure(standing, { at, kind, words }, retryAfter, terms.breaker));
    },

    async health() {
      return healthOf(await ledger.sourceStanding(source), terms, wallClock.now());
    },
  };
}
