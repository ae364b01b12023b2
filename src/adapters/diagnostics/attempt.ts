import { type Problem, SourceChanged, SourceUnavailable } from '#domain/problem.ts';
import type { SourceDiagnostics } from '#ports/sources/source-diagnostics.ts';

type About = {
  readonly subject: string;
  readonly source: string;
  /** Epoch milliseconds (UTC), wall clock. */
  readonly at: number;
};

export type Attempt<Value> =
  | { readonly isRefused: false; readonly value: Value }
  | { readonly isRefused: true; readonly problem: SourceUnavailable | SourceChanged };

/** Asks a source; that it refuses is recorded and not thrown, and that it answers is forgotten to have been otherwise. */
export async function attempt<Value>(
  ask: () => Promise<Value>,
  diagnostics: SourceDiagnostics,
  { subject, source, at }: About,
): Promise<Attempt<Value>> {
  try {
    const value = await ask();
    diagnostics.forget({ kind: 'refused', subject, source });
    return { isRefused: false, value };
  } catch (error) {
    if (!(error instanceof SourceUnavailable || error instanceof SourceChanged)) {
      throw error;
    }
    diagnostics.record({ kind: 'refused', subject, source, at, code: error.code, detail: detailOf(error) });
    return { isRefused: true, problem: error };
  }
}

/** The problem with what caused it; the HTTP client has taken secrets out of both. */
function detailOf(problem: Problem): string {
  const { cause } = problem;
  return cause instanceof Error && problem instanceof SourceUnavailable
    ? `${problem.message}: ${cause.message}`
    : problem.message;
}
