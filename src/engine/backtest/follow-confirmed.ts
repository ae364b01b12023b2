import type { ConfirmedAfter, ReleaseRow } from '#domain/history/backtest.ts';
import type { MarketPaths } from './market-paths.ts';
import { HORIZONS, outcomeAfter, OUTCOMES } from './outcome-after.ts';

/** What came after each confirmed close, event by event. */
export function followConfirmed(rows: readonly ReleaseRow[], paths: MarketPaths): readonly ConfirmedAfter[] {
  return rows.flatMap(({ releaseId, confirmedOn }) => {
    if (confirmedOn === undefined) {
      return [];
    }
    const place = paths.placeOf(confirmedOn);
    const vixLevel = paths.vix[place];
    const after = OUTCOMES.flatMap((outcome) =>
      HORIZONS.map((horizon) => {
        const value = outcomeAfter(paths, outcome, place, horizon);
        return { outcome, horizon, ...(value !== undefined && { value }) };
      }),
    );
    return [{ releaseId, ...(vixLevel !== undefined && { vixLevel }), after }];
  });
}
