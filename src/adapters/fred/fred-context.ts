import type { ContextSeries } from '#ports/sources/market-data.ts';
import { FRED, type FredParts, fredDay } from './ask-fred.ts';
import { observations } from './observations.ts';

/** Yields, the dollar and spreads from FRED, as they stand today. */
export function createFredContext(parts: FredParts): ContextSeries {
  return {
    source: FRED,

    async values(name, since, signal) {
      const vintage = fredDay(parts.clock.now());
      const rows = await observations(parts, { series: name, since, vintage }, signal);
      return {
        values: rows.flatMap(({ day, value }) =>
          value === undefined ? [] : [{ day, value: Number(value) }],
        ),
        source: FRED,
        quality: 'live',
      };
    },
  };
}
