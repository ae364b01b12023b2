import { shiftDay } from '#calendar/calendar-day.ts';
import type { FiguresSource } from '#ports/sources/release-data.ts';
import { type IndexLevels, showFigures } from '#adapters/price-index/show-figures.ts';
import { FRED, type FredParts, fredDay } from './ask-fred.ts';
import { observations } from './observations.ts';
import { FRED_SERIES } from './series.ts';

/** Enough for the change on the year of the month before the newest one, published months late. */
const DAYS_BACK = 700;

/**
 * The figures of a report as FRED shows them: a copy of BLS's, some hours behind it. FRED gives one series an answer, so
 * it takes three questions.
 */
export function createFredFigures(parts: FredParts): FiguresSource {
  async function levelsOf(series: string, signal: AbortSignal): Promise<IndexLevels> {
    const vintage = fredDay(parts.clock.now());
    const query = { series, since: shiftDay(vintage, -DAYS_BACK), vintage };
    const rows = await observations(parts, query, signal);
    const months = rows.map(
      ({ day, value }) =>
        [day.slice(0, 7), value === undefined ? { missing: 'not published' } : { level: value }] as const,
    );
    return { series, months: new Map(months) };
  }

  return {
    source: FRED,
    pace: 'keyed',

    async look(kind, signal) {
      const { headline, core, headlineYearly } = FRED_SERIES[kind];
      const shown = showFigures({
        headline: await levelsOf(headline, signal),
        core: await levelsOf(core, signal),
        headlineYearly: await levelsOf(headlineYearly, signal),
      });
      return shown && { ...shown, quality: 'live' };
    },
  };
}
