import { describe, expect, it } from 'vitest';
import { bookExposure } from '#engine/account/book-exposure.ts';
import { volGeometry } from '#engine/valuation/vol-geometry.ts';
import { someSettings } from '#test/support/engine/decision.ts';
import { WORKED_POSITIONS, workedSources } from '#test/support/book/worked-book.ts';

const given = {
  positions: WORKED_POSITIONS,
  sources: workedSources(),
  settings: someSettings(),
  geometry: volGeometry(),
};
const partial = workedSources({ futures: workedSources().marks.futures.slice(0, 2) });
const NOTHING = { condors: [], hedges: [] };

describe('bookExposure', () => {
  it('measures by vega where every leg can be valued', () => {
    const account = bookExposure(given);
    expect(account).toMatchObject({ mode: 'vega', ratio: { known: true, isPartial: false } });
    expect(account).not.toHaveProperty('unitReason');
    expect(account.ratio.known && account.ratio.value).toBeCloseTo(0.597, 3);
  });

  it('stays in dollars where one leg has no value: partial, and never a count under the name of H', () => {
    const account = bookExposure({ ...given, sources: partial });
    expect(account).toMatchObject({
      mode: 'vega',
      ratio: { known: true, isPartial: true },
      vega: { isPartial: true, unvalued: [{ lotId: 'H-long', reason: 'no-forward' }] },
      // 0.60 × 73 calls ÷ 4 condors.
      unit: { ratio: { value: 10.95 } },
    });
    expect(account.ratio.known && account.ratio.value).toBeLessThan(1);
  });

  it('counts calls of the first expirations only', () => {
    const settings = someSettings({ 'exposure.expirations': 2 });
    // 0.60 × 58 ÷ 4
    expect(bookExposure({ ...given, settings }).unit?.ratio).toMatchObject({ value: 8.7 });
  });

  it('uses the counts of a server that keeps no lots', () => {
    const counted = { condors: 10, hedge: [4, 4, 2] };
    expect(bookExposure({ ...given, positions: NOTHING, counted })).toEqual({
      mode: 'unit',
      unitReason: 'no-lots',
      ratio: { known: true, value: 0.6, isPartial: false },
      unit: {
        condors: 10,
        hedge: [{ contracts: 4 }, { contracts: 4 }, { contracts: 2 }],
        uncounted: 0,
        ratio: { known: true, value: 0.6, isPartial: false },
      },
    });
    expect(bookExposure({ ...given, positions: NOTHING }).ratio).toEqual({
      known: false,
      reason: 'no-condors',
    });
  });

  it('tells what is left after the next hedge expiration', () => {
    const { afterNextExpiry } = bookExposure(given);
    expect(afterNextExpiry).toMatchObject({ expiry: '2026-02-04', days: 30 });
    // (217.5 + 71.6) ÷ 993.7, all else as it is.
    expect(afterNextExpiry?.ratio.known && afterNextExpiry.ratio.value).toBeCloseTo(0.2909, 4);
    expect(afterNextExpiry?.agedRatio).toMatchObject({ known: true });
    expect(afterNextExpiry?.agedRatio).not.toEqual(afterNextExpiry?.ratio);
  });

  it('has every shock, H(+10) among them', () => {
    const { stress, stressRatio } = bookExposure(given);
    const ten = stress?.find(({ shift }) => shift.volPoints === 10 && shift.spotPercent === 0);
    expect(ten?.ratio.known && ten.ratio.value).toBeCloseTo(1.0, 2);
    expect(stressRatio).toEqual(ten?.ratio);
    expect(stress).toHaveLength(7);
  });
});
