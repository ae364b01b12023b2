import type { Measure } from '#domain/signal/evidence.ts';
import type { Snapshot } from '#domain/signal/snapshot.ts';
import { expectedDailyRange } from '#engine/evidence/expected-daily-range.ts';
import { shown } from '#engine/evidence/measure.ts';

/** What SPX travels in a typical day by its nine-day implied volatility. */
export function gateMeasures(snapshot: Snapshot): readonly Measure[] {
  const range = expectedDailyRange(snapshot);
  if (!range.known) {
    return [shown({ id: 'expectedDailyRange', unit: 'percent', value: undefined, reason: range.reason })];
  }
  const { asOf, source, quality, value } = range;
  return [shown({ id: 'expectedDailyRange', unit: 'percent', value, provenance: { asOf, source, quality } })];
}
