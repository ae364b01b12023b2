import { freshStanding, type SourceStanding } from '#domain/health/source-standing.ts';
import type { SourceLedger } from '#ports/ledger/source-ledger.ts';

/** Remembers sources for as long as the process runs, for whoever may not or need not open the store. */
export function createPassingSourceLedger(): SourceLedger {
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
