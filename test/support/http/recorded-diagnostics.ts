import type { SourceDiagnostic } from '#domain/market/source-diagnostic.ts';
import type { SourceDiagnostics } from '#ports/sources/source-diagnostics.ts';

/** Diagnostics that are only kept, oldest first in `recorded`. */
export function recordedDiagnostics(): SourceDiagnostics & { readonly recorded: SourceDiagnostic[] } {
  const recorded: SourceDiagnostic[] = [];
  return {
    recorded,
    record: (diagnostic) => void recorded.push(diagnostic),
    forget: () => undefined,
    latest: () => recorded.toReversed(),
  };
}
