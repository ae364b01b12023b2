import { describe, expect, it } from 'vitest';
import type { LegValue, Shift } from '#domain/hedge/valuation.ts';
import { priceBook } from '#engine/valuation/price-book.ts';
import { valueLeg } from '#engine/valuation/value-leg.ts';
import { volGeometry } from '#engine/valuation/vol-geometry.ts';
import { WORKED_AS_OF, WORKED_POSITIONS, workedSources } from '#test/support/book/worked-book.ts';

const geometry = volGeometry();

function valued(place: number, shift: Partial<Shift> = {}): LegValue {
  const { legs } = priceBook(WORKED_POSITIONS, workedSources());
  const priced = legs[place] ?? expect.fail('there is no such leg');
  const given = { asOf: WORKED_AS_OF, geometry, shift: { volPoints: 0, spotPercent: 0, days: 0, ...shift } };
  return valueLeg(priced, given) ?? expect.fail('it has settled');
}

const CONDOR_LEGS = [0, 1, 2, 3];
const CALLS = [4, 5, 6];

describe('valueLeg', () => {
  it.each(CONDOR_LEGS)('has leg %d of the condor gain its delta when SPX moves by a point', (place) => {
    // Half a point to both sides of 6000.
    const percent = (0.5 / 6000) * 100;
    const up = valued(place, { spotPercent: percent });
    const down = valued(place, { spotPercent: -percent });
    const { delta, gamma } = valued(place);
    expect(up.value - down.value).toBeCloseTo(delta, 3);
    expect(up.delta - down.delta).toBeCloseTo(gamma, 5);
  });

  it.each(CONDOR_LEGS)('has leg %d of the condor gain its weighted vega when volatility moves', (place) => {
    const up = valued(place, { volPoints: 0.01 });
    const down = valued(place, { volPoints: -0.01 });
    expect((up.value - down.value) / 0.02).toBeCloseTo(valued(place).exposure, 2);
  });

  it.each(CALLS)('has VIX call %d gain its delta times beta when the VIX moves', (place) => {
    const up = valued(place, { volPoints: 0.01 });
    const down = valued(place, { volPoints: -0.01 });
    const { exposure, delta, gamma, weight } = valued(place);
    expect((up.value - down.value) / 0.02).toBeCloseTo(exposure, 2);
    expect((up.delta - down.delta) / (0.02 * weight)).toBeCloseTo(gamma, 1);
    expect(exposure).toBeCloseTo(delta * geometry.beta(valued(place).days ?? Number.NaN), 9);
  });

  it.each(CALLS)('has VIX call %d lose its theta in a day', (place) => {
    const hour = valued(place, { days: 1 / 24 });
    expect((hour.value - valued(place).value) * 24).toBeCloseTo(valued(place).theta, 0);
  });

  it('leaves VIX futures where they are when SPX alone moves', () => {
    for (const place of CALLS) {
      expect(valued(place, { spotPercent: -20 })).toEqual(valued(place));
    }
  });

  it('keeps a VIX option’s own volatility whatever the shock', () => {
    expect(valued(4, { volPoints: 20 }).volatility?.value).toBe(1.25);
  });

  it('leaves every strike a volatility of one point and every VIX future one point', () => {
    expect(valued(0, { volPoints: -60 }).volatility?.value).toBe(0.01);
    expect(valued(4, { volPoints: -60 }).forward.value).toBe(1);
  });

  it('survives falls that nothing survives', () => {
    for (const place of [...CONDOR_LEGS, ...CALLS]) {
      const ruined = valued(place, { volPoints: -500, spotPercent: -200 });
      expect(Number.isFinite(ruined.value)).toBe(true);
      expect(ruined.price).toBeGreaterThanOrEqual(0);
    }
  });
});
