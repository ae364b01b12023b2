import { describe, expect, it } from 'vitest';
import { priceBook } from '../../../src/engine/exposure/price-book.ts';
import { vegaAccount } from '../../../src/engine/exposure/vega-account.ts';
import { volGeometry } from '../../../src/engine/exposure/vol-geometry.ts';
import { WORKED_POSITIONS, workedSources } from '../../support/worked-book.ts';

const given = {
  positions: WORKED_POSITIONS,
  book: priceBook(WORKED_POSITIONS, workedSources()),
  geometry: volGeometry(),
  expirations: 3,
};

describe('vegaAccount', () => {
  it('values the worked condors', () => {
    const { condors } = vegaAccount(given);
    // Reference: vector demo-condor of the project's worked examples.
    expect(condors.totals.value).toBeCloseTo(-26.96861079222638 * 400, 6);
    expect(condors.totals.vega).toBeCloseTo(-1217.0107715401243, 8);
    expect(condors.totals.exposure).toBeCloseTo(-993.6851339147254, 8);
    expect(condors.totals.theta).toBeCloseTo(179.17365343739405, 8);
  });

  it('measures the worked hedge, expiration by expiration', () => {
    // Reference: the table of the project's formulas §2.2, and the units of vector demo-recommend.
    const { hedge, ratio } = vegaAccount(given);
    const expected = [
      { price: 0.851, delta: 0.2535, beta: 0.4142, unit: 10.498604970711497, exposure: 304.5, days: 30 },
      { price: 1.608, delta: 0.3057, beta: 0.2454, unit: 7.500868966109043, exposure: 217.5, days: 110 },
      { price: 1.518, delta: 0.2669, beta: 0.1787, unit: 4.770112292795002, exposure: 71.6, days: 220 },
    ];
    expect(hedge.rows).toHaveLength(3);
    hedge.rows.forEach((row, place) => {
      const { price, delta, beta, unit, exposure, days } = expected[place] ?? expect.fail();
      expect(row.days).toBe(days);
      expect(row.values[0]?.price).toBeCloseTo(price, 3);
      expect(row.delta).toBeCloseTo(delta, 4);
      expect(row.beta).toBeCloseTo(beta, 4);
      expect((row.exposure ?? 0) / row.contracts).toBeCloseTo(unit, 8);
      expect(row.exposure).toBeCloseTo(exposure, 1);
    });
    expect(ratio).toMatchObject({ known: true, isPartial: false });
    expect(ratio.known && ratio.value).toBeCloseTo(0.5973083508066813, 10);
  });
});
