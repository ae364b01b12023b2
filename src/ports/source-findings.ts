import type { SourceFinding } from '../domain/source-finding.ts';

/** Where it is noted what was noticed about the sources. */
export interface SourceFindings {
  record(finding: SourceFinding): void;
  /** The latest of each subject, kind and source since the start, newest first. */
  latest(): readonly SourceFinding[];
}
