import type { Newest, SourceCapability, SourceKey } from '#domain/health/checkup.ts';
import type { SourceHealth } from '#domain/health/source-state.ts';

/** A source that can be tried with one light question. */
export interface SourceProbe {
  /** Such as `Cboe option chains`. */
  readonly name: string;
  readonly gives: SourceCapability;
  /** The key that switches it on, or that gives it more room; absent where it takes none. */
  readonly key?: SourceKey;
  /** Absent where the key that it needs is not there. */
  readonly trial?: {
    /**
     * Really asks, within the source's budget, and reads the answer.
     *
     * @returns the newest thing that it has; `undefined` where it answers but has nothing of the kind today
     * @throws SourceUnavailable or SourceChanged
     */
    ask(signal: AbortSignal): Promise<Newest | undefined>;
    /** Asks nobody. */
    health(): Promise<SourceHealth>;
  };
}
