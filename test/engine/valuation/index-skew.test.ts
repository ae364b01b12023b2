import { describe, expect, it } from 'vitest';
import { newYorkInstant } from '#calendar/new-york.ts';
import { EPISODES } from '#adapters/recorded/episodes.ts';
import { createRecordedMarks } from '#adapters/recorded/recorded-marks.ts';
import { indexSkew } from '#engine/valuation/index-skew.ts';
import { priceSources } from '#engine/valuation/price-book.ts';
import { settlementClock } from '#engine/valuation/settlement-clock.ts';
import { CALENDAR } from '#test/support/book/book-desk.ts';
import { workedSources } from '#test/support/book/worked-book.ts';

const { signal } = new AbortController();

async function closeOf(day: string) {
  const marks = await createRecordedMarks(EPISODES, CALENDAR).marks(newYorkInstant(day, '16:15'), signal);
  return priceSources({ ...marks, manual: [] }, settlementClock(CALENDAR));
}

describe('indexSkew', () => {
  it('is by the model what its smile has at 25 deltas of 30 days', async () => {
    // VIX 14.93: 12.7 % at the money; g is about 1.10 at the put's and 0.90 at the call's strike.
    const skew = await closeOf('2014-09-23').then(indexSkew);
    expect(skew?.put).toBeCloseTo(0.1269 * 1.13, 2);
    expect(skew?.call).toBeCloseTo(0.1269 * 0.9, 2);
    expect(skew?.riskReversal).toBeLessThan(-0.02);
  });

  it('grows with volatility', async () => {
    const [calm, tense] = [await closeOf('2014-09-23'), await closeOf('2020-03-18')].map(indexSkew);
    expect(tense?.riskReversal).toBeLessThan((calm?.riskReversal ?? 0) * 3);
  });

  it('is not there where nothing is listed around 30 days', () => {
    expect(indexSkew(workedSources({ chains: {} }))).toBeUndefined();
  });
});
