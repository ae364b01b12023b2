import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Positions } from '#domain/book/lot.ts';
import { priceBook } from '#engine/valuation/price-book.ts';
import { vegaExposure } from '#engine/account/vega-exposure.ts';
import { volGeometry } from '#engine/valuation/vol-geometry.ts';
import {
  known,
  PLACE,
  UNKNOWN,
  WORKED_CONDOR,
  WORKED_MARKS,
  WORKED_POSITIONS,
  workedSources,
} from '#test/support/book/worked-book.ts';

const given = {
  positions: WORKED_POSITIONS,
  book: priceBook(WORKED_POSITIONS, workedSources()),
  geometry: volGeometry(),
  expirations: 3,
};

const accountCase = (positions: Positions) => ({
  ...given,
  positions,
  book: priceBook(positions, workedSources()),
});

const scaled = (times: number): Positions => ({
  condors: WORKED_POSITIONS.condors.map((lot) => ({ ...lot, quantity: times * lot.quantity })),
  hedges: WORKED_POSITIONS.hedges.map((lot) => ({ ...lot, quantity: times * lot.quantity })),
});

describe('vegaExposure', () => {
  it('values the worked condors', () => {
    const { condors } = vegaExposure(given);
    // Reference: vector demo-condor of the project's worked examples.
    expect(condors.totals.value).toBeCloseTo(-26.96861079222638 * 400, 6);
    expect(condors.totals.vega).toBeCloseTo(-1217.0107715401243, 8);
    expect(condors.totals.exposure).toBeCloseTo(-993.6851339147254, 8);
    expect(condors.totals.theta).toBeCloseTo(179.17365343739405, 8);
  });

  it('measures the worked hedge, expiration by expiration', () => {
    // Reference: the table of the project's formulas §2.2, and the units of vector demo-recommend.
    const { hedge, ratio } = vegaExposure(given);
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

  it('has expirations that add up to H', () => {
    const { hedge, ratio } = vegaExposure(given);
    const parts = hedge.rows.map((row) => (row.ratio.known ? row.ratio.value : Number.NaN));
    expect(parts.reduce((sum, part) => sum + part, 0)).toBeCloseTo(
      ratio.known ? ratio.value : Number.NaN,
      12,
    );
    expect(hedge.rows.reduce((sum, row) => sum + (row.share ?? Number.NaN), 0)).toBeCloseTo(1, 12);
  });

  it('measures over the first expirations only, and shows the rest beyond', () => {
    const { hedge, ratio, ratioOfAll } = vegaExposure({ ...given, expirations: 2 });
    expect(hedge.rows.map(({ isCounted }) => isCounted)).toEqual([true, true, false]);
    expect(ratio.known && ratio.value).toBeCloseTo((304.4595 + 217.5252) / 993.6851, 5);
    expect(ratioOfAll.known && ratioOfAll.value).toBeCloseTo(0.5973083508, 9);
  });

  it('scales with the quantities: twice of everything is twice the dollars and the same H', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 500 }), (times) => {
        const once = vegaExposure(given);
        const more = vegaExposure(accountCase(scaled(times)));
        expect(more.condors.totals.exposure).toBeCloseTo(times * once.condors.totals.exposure, 4);
        expect(more.hedge.totals.theta).toBeCloseTo(times * once.hedge.totals.theta, 4);
        expect(more.ratio.known && once.ratio.known && more.ratio.value / once.ratio.value).toBeCloseTo(
          1,
          10,
        );
      }),
    );
  });

  it('has condors short of volatility, and calls that gain by it and lose by the day', () => {
    const { condors, hedge } = vegaExposure(given);
    expect(condors.totals.exposure).toBeLessThan(0);
    expect(condors.totals.vega).toBeLessThan(condors.totals.exposure);
    hedge.rows.forEach((row) => expect(row.exposure).toBeGreaterThan(0));
    expect(hedge.totals.theta).toBeLessThan(0);
    expect(hedge.totals.gamma).toBeGreaterThan(0);
  });

  it('moves everything alike where the geometry is naive', () => {
    const { condors, hedge } = vegaExposure({ ...given, geometry: volGeometry(0) });
    expect(condors.totals.exposure).toBeCloseTo(condors.totals.vega, 9);
    expect(hedge.rows[2]?.exposure).toBeCloseTo(15 * 100 * 0.2668765323524727, 6);
  });

  it('lists what has no value and calls the totals partial', () => {
    const sources = workedSources({ futures: workedSources().marks.futures.slice(0, 2) });
    const partial = vegaExposure({ ...given, book: priceBook(WORKED_POSITIONS, sources) });
    expect(partial).toMatchObject({
      isPartial: true,
      ratio: { known: true, isPartial: true },
      unvalued: [{ lotId: 'H-long', reason: 'no-forward' }],
    });
    const last = partial.hedge.rows[2];
    expect(last).toMatchObject({ expiry: '2026-08-13', contracts: 15, isCounted: true });
    expect(last).not.toHaveProperty('exposure');
    expect(last?.ratio).toEqual({ known: false, reason: 'unvalued' });
  });

  it('has no ratio where nothing is short, and says why', () => {
    expect(vegaExposure(accountCase({ ...WORKED_POSITIONS, condors: [] })).ratio).toEqual({
      known: false,
      reason: 'no-condors',
    });
    const blind = workedSources({ chains: {} });
    expect(vegaExposure({ ...given, book: priceBook(WORKED_POSITIONS, blind) }).ratio).toEqual({
      known: false,
      reason: 'unvalued',
    });
    // Wings that are struck inside of the shorts make the condor long of volatility.
    const long = { longPut: 5700, shortPut: 5600, shortCall: 6350, longCall: 6250 };
    const bought = { ...WORKED_POSITIONS, condors: [{ ...WORKED_CONDOR, strikes: long }] };
    expect(vegaExposure(accountCase(bought)).ratio).toEqual({ known: false, reason: 'no-short-vega' });
  });

  it('calls no hedge at all a ratio of 0', () => {
    const bare = vegaExposure(accountCase({ ...WORKED_POSITIONS, hedges: [] }));
    expect(bare.ratio).toEqual({ known: true, value: 0, isPartial: false });
  });

  it('lets what settles within the days of a shift go', () => {
    const later = vegaExposure({ ...given, shift: { volPoints: 0, spotPercent: 0, days: 31 } });
    expect(later.settled).toMatchObject([{ lotId: 'H-short' }]);
    expect(later.hedge.rows).toHaveLength(2);
    expect(later.condors.values[0]?.days).toBeCloseTo(14, 9);
    const much = vegaExposure({ ...given, shift: { volPoints: 0, spotPercent: 0, days: 46 } });
    expect(much.condors.contracts).toBe(0);
    expect(much.ratio).toEqual({ known: false, reason: 'no-condors' });
  });

  it('gives every leg either a value or a reason, whatever is missing, and never a 0 instead', () => {
    const { futures, chains } = WORKED_MARKS;
    const kept = <Item>(items: readonly Item[]) => fc.subarray([...items]);
    const market = fc.record({
      futures: kept(futures),
      spx: fc.constantFrom(WORKED_MARKS.spx, UNKNOWN),
      rate: fc.constantFrom(WORKED_MARKS.rate, UNKNOWN, known(4), known(Number.NaN)),
      dividendYield: fc.constantFrom(WORKED_MARKS.dividendYield, UNKNOWN),
      spxQuotes: kept(chains.spx?.quotes ?? []),
      vixQuotes: kept(chains.vix?.quotes ?? []),
    });
    fc.assert(
      fc.property(market, ({ spxQuotes, vixQuotes, ...marks }) => {
        const spx = { ...PLACE, root: 'SPX', quotes: spxQuotes } as const;
        const vix = { ...PLACE, root: 'VIX', quotes: vixQuotes } as const;
        const book = priceBook(WORKED_POSITIONS, workedSources({ ...marks, chains: { spx, vix } }));
        const account = vegaExposure({ ...given, book });
        const values = [...account.condors.values, ...account.hedge.rows.flatMap((row) => row.values)];
        expect(values.length + account.unvalued.length).toBe(7);
        values.forEach(({ exposure, price }) => {
          expect(Math.abs(exposure)).toBeGreaterThan(0);
          expect(price).toBeGreaterThan(0);
        });
        expect(account.isPartial).toBe(account.unvalued.length > 0);
        expect(account.ratio.known && account.ratio.isPartial !== account.isPartial).toBe(false);
      }),
    );
  });
});
