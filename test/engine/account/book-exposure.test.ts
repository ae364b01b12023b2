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

  it('counts contracts, and says so, as soon as one leg has no value', () => {
    const account = bookExposure({ ...given, sources: partial });
    // 0.60 × 73 calls ÷ 4 condors.
    expect(account).toMatchObject({
      mode: 'unit',
      unitReason: 'unvalued-legs',
      ratio: { known: true, value: 10.95 },
      vega: { isPartial: true, unvalued: [{ lotId: 'H-long', reason: 'no-forward' }] },
    });
  });

  it('obeys a server that wants one of the two', () => {
    const unit = { ...given, settings: someSettings({ 'ratio.mode': 'unit' }) };
    expect(bookExposure(unit)).toMatchObject({ mode: 'unit', unitReason: 'set', ratio: { value: 10.95 } });
    const vega = { ...given, sources: partial, settings: someSettings({ 'ratio.mode': 'vega' }) };
    expect(bookExposure(vega)).toMatchObject({ mode: 'vega', ratio: { known: true, isPartial: true } });
  });

  it('counts calls of the first expirations only', () => {
    const settings = someSettings({ 'ratio.mode': 'unit', 'exposure.expirations': 2 });
    // 0.60 × 58 ÷ 4
    expect(bookExposure({ ...given, settings }).ratio).toMatchObject({ value: 8.7 });
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
