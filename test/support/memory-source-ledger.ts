import { freshStanding, type SourceStanding } from '../../src/domain/source-standing.ts';
import type { SourceLedger } from '../../src/ports/source-ledger.ts';

/** What is remembered of sources, for as long as the test runs. */
export function createMemorySourceLedger(): SourceLedger {
  const kept = new Map<string, SourceStanding>();
  const standingOf = (source: string): SourceStanding => kept.get(source) ?? freshStanding(source);
  return {
    async changeSource(source, change) {
      const { standing, answer } = change(standingOf(source));
      kept.set(source, standing);
      return answer;
    },
    sourceStanding: async (source) => standingOf(source),
    sourceStandings: async () => [...kept.values()].toSorted((a, b) => (a.source < b.source ? -1 : 1)),
  };
}
