import type { SourceDiagnostics } from '#ports/sources/source-diagnostics.ts';

/** Values that are quoted in a diagnostic. */
const SHOWN = 5;

type Refused = {
  readonly subject: string;
  readonly source: string;
  /** Epoch milliseconds (UTC), wall clock. */
  readonly at: number;
  /** Each as the source wrote it, oldest first. */
  readonly values: readonly string[];
};

/** Records values that were left out because no market can have them; where there are none, forgets those before. */
export function noteImpossible(
  diagnostics: SourceDiagnostics,
  { subject, source, at, values }: Refused,
): void {
  if (values.length === 0) {
    diagnostics.forget({ kind: 'impossible', subject, source });
  } else {
    diagnostics.record({
      kind: 'impossible',
      subject,
      source,
      at,
      values: values.slice(-SHOWN),
      count: values.length,
    });
  }
}
