import type { SourceFinding } from '#domain/market/source-finding.ts';

/** Which finding is meant: the latest of a kind about a subject, and about a source where the kind names one. */
export type FindingAbout = {
  readonly kind: SourceFinding['kind'];
  readonly subject: string;
  readonly source?: string;
};

/** Where it is noted what was noticed about the sources. */
export interface SourceFindings {
  record(finding: SourceFinding): void;
  /** What was found is so no more. */
  forget(about: FindingAbout): void;
  /** The latest of each subject, kind and source since the start, newest first. */
  latest(): readonly SourceFinding[];
}
