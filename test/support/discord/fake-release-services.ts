import { changeRelease } from '#domain/releases/release.ts';
import { CLOSE_OF_2014_09_23 } from '#test/support/engine/decision.ts';
import { releaseOn } from '#test/support/engine/releases.ts';
import { WEAK_PRINT } from './sample-card.ts';
import type { ReleaseServices } from '#services/releases/index.ts';

/** The CPI of September 2025, which moved from 15 to 24 October. */
export const CPI = releaseOn('CPI', '2025-10-15', { source: 'BLS calendar' });

const MOVED = changeRelease(
  CPI,
  { status: 'moved', scheduledAt: Date.parse('2025-10-24T08:30-04:00') },
  CLOSE_OF_2014_09_23,
);

const CORE = { headline: {}, core: { consensus: 6 }, headlineYearly: {} };

/** What is asked of the release calendar and typed in, answered with one autumn. */
export function someReleaseServices(): Omit<ReleaseServices, 'showReleases'> {
  return {
    showCalendar: async () => ({
      releases: [MOVED?.release ?? CPI],
      changes: MOVED ? [MOVED] : [],
      reading: {
        at: CLOSE_OF_2014_09_23,
        sources: [
          { source: 'BLS calendar', listed: 24 },
          { source: 'FRED', listed: 'no answer' },
        ],
        disagreements: [],
        refused: [],
      },
      endsAt: CPI.scheduledAt,
    }),
    findReleases: async () => [CPI],
    enterConsensus: async (server, { by }) => ({
      release: CPI,
      forecasts: { figures: CORE, source: 'manual' },
      captured: [
        { figures: CORE, source: 'manual', by, server, nature: 'survey', capturedAt: CLOSE_OF_2014_09_23 },
      ],
    }),
    enterPrint: async (_server, { by, referenceMonth }) => ({
      release: CPI,
      print: {
        releaseId: CPI.id,
        kind: 'CPI',
        referenceMonth,
        figures: { headline: {}, core: { actual: 4 }, headlineYearly: {} },
        scheduledAt: CPI.scheduledAt,
        releasedAt: CPI.scheduledAt,
        receivedAt: CLOSE_OF_2014_09_23,
        source: 'manual',
        quality: 'manual',
        by,
      },
      reading: WEAK_PRINT,
      isEvaluated: true,
    }),
  };
}
