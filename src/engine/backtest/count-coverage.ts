import type { Coverage } from '#domain/history/backtest.ts';
import type { Timeline } from './history-timeline.ts';
import type { Played } from './play-history.ts';

type Counts = { known: number; of: number };

/** Counts, year by year, at how many official closes each input was known. */
export function countCoverage({ history }: Timeline): {
  take(played: Played): void;
  years(): readonly Coverage[];
} {
  const settled = new Set(history.futures.map(({ session }) => session));
  const counts = new Map<string, Map<Coverage['input'], Counts>>();

  return {
    take({ decision, snapshot }) {
      const { session } = decision.evaluation;
      const year = session.slice(0, 'YYYY'.length);
      const ofYear = counts.get(year) ?? new Map<Coverage['input'], Counts>();
      counts.set(year, ofYear);
      const count = (input: Coverage['input'], isKnown: boolean): void => {
        const before = ofYear.get(input) ?? { known: 0, of: 0 };
        ofYear.set(input, { known: before.known + (isKnown ? 1 : 0), of: before.of + 1 });
      };
      decision.evidence.forEach(({ id, truth }) => count(id, truth !== 'unknown'));
      if (decision.print) {
        count('consensus', decision.print.classified && decision.print.hasConsensus);
      }
      count('fomc', snapshot.fomc !== undefined);
      count('futures', settled.has(session));
    },

    years: () =>
      [...counts].flatMap(([year, ofYear]) =>
        [...ofYear].map(([input, { known, of }]) => ({ year, input, known, of })),
      ),
  };
}
