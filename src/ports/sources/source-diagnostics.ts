import type { SourceDiagnostic } from '#domain/market/source-diagnostic.ts';

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
