import type { Figure, Forecasts, Print } from '#domain/releases/print.ts';
import type { PrintSource } from '#ports/sources/release-data.ts';
import type { RecordedPrint } from './read-print-table.ts';

/** Prints given to measure a surprise against: more than the sixty that its deviation is taken over. */
const PAST = 80;

/** Recorded prints, each of which becomes visible at the minute at which it was published. */
export function createRecordedPrints(table: readonly RecordedPrint[]): PrintSource {
  const prints = new Map(table.map((print) => [print.release.id, print]));
  return {
    source: 'BLS, recorded',
    pace: 'keyed',

    async fetch(release, now) {
      const recorded = prints.get(release.id);
      return recorded && recorded.releasedAt <= now ? printOf(recorded, now) : undefined;
    },

    async consensus(release) {
      const recorded = prints.get(release.id);
      return recorded && forecastsOf(recorded);
    },

    async history(kind, before) {
      return table
        .filter(({ release, releasedAt }) => release.kind === kind && releasedAt < before)
        .slice(-PAST)
        .map(({ past }) => past);
    },
  };
}

function printOf({ release, releasedAt, past, consensusSource, note }: RecordedPrint, now: number): Print {
  return {
    releaseId: release.id,
    kind: release.kind,
    referenceMonth: release.referenceMonth,
    figures: past.figures,
    scheduledAt: release.scheduledAt,
    releasedAt,
    receivedAt: now,
    source: 'BLS',
    ...(consensusSource !== undefined && { consensusSource }),
    quality: 'recorded',
    ...(note !== undefined && { note }),
  };
}

/** What was known before the release. */
function forecastsOf({ past, consensusSource }: RecordedPrint): Forecasts {
  const { headline, core, headlineYearly } = past.figures;
  return {
    figures: {
      headline: forecastOf(headline),
      core: forecastOf(core),
      headlineYearly: forecastOf(headlineYearly),
    },
    ...(consensusSource !== undefined && { source: consensusSource }),
  };
}

function forecastOf({ consensus, previous }: Figure): Figure {
  return { ...(consensus !== undefined && { consensus }), ...(previous !== undefined && { previous }) };
}
