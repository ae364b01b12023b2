import { initialSourceState, type SourceState } from '#domain/health/source-state.ts';
import type { SourceLedger } from '#ports/ledger/source-ledger.ts';

/** Remembers sources for as long as the process runs, for whoever may not or need not open the store. */
export function createInMemorySourceLedger(): SourceLedger {
  const states = new Map<string, SourceState>();
  const stateOf = (source: string): SourceState => states.get(source) ?? initialSourceState(source);
  return {
    async changeSource(source, change) {
      const { state, answer } = change(stateOf(source));
      states.set(source, state);
      return answer;
    },
    sourceState: async (source) => stateOf(source),
    sourceStates: async () => [...states.values()].toSorted((a, b) => (a.source < b.source ? -1 : 1)),
  };
}
