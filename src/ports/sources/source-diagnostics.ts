import type { SourceDiagnostic } from '#domain/market/source-diagnostic.ts';
import type { Newest, SourceCapability, SourceKey } from '#domain/health/checkup.ts';
import type { SourceHealth } from '#domain/health/source-state.ts';

/** Which diagnostic is meant: the latest of a kind about a subject, and about a source where the kind names one. */
export type DiagnosticKey = {
  readonly kind: SourceDiagnostic['kind'];
  readonly subject: string;
  readonly source?: string;
};

/** Where it is noted what was noticed about the sources. */
export interface SourceDiagnostics {
  record(diagnostic: SourceDiagnostic): void;
  /** What was found is so no more. */
  forget(about: DiagnosticKey): void;
  /** The latest of each subject, kind and source since the start, newest first. */
  latest(): readonly SourceDiagnostic[];
}

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
