import type { SourceFinding } from '#domain/market/source-finding.ts';
import type { SourceFindings } from '#ports/sources/source-findings.ts';

/** Findings that are only kept, oldest first in `recorded`. */
export function keptFindings(): SourceFindings & { readonly recorded: SourceFinding[] } {
  const recorded: SourceFinding[] = [];
  return {
    recorded,
    record: (finding) => void recorded.push(finding),
    forget: () => undefined,
    latest: () => recorded.toReversed(),
  };
}
