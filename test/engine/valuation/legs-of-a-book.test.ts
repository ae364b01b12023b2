import { describe, expect, it } from 'vitest';
import type { Hedge } from '#domain/book/lot.ts';
import { contractSize } from '#engine/valuation/priced-leg.ts';
import { netLegs } from '#engine/valuation/net-legs.ts';
import { priceBook } from '#engine/valuation/price-book.ts';
import { sumGreeks, valueBook } from '#engine/valuation/value-leg.ts';
import { unfoldLots } from '#engine/valuation/unfold-lots.ts';
import { volGeometry } from '#engine/valuation/vol-geometry.ts';
import {
  PLACE,
  WORKED_AS_OF,
  WORKED_CONDOR,
  WORKED_POSITIONS,
  vixCalls,
  workedSources,
} from '#test/support/book/worked-book.ts';

const DAY = 86_400_000;
const LOT = { kind: 'hedge', layer: 'short', openedOn: '2026-01-05', quantity: 3 } as const;
const VX: Hedge = { ...LOT, id: 'F1', instrument: 'VX', expiry: '2026-02-04' };
const VXM: Hedge = { ...LOT, id: 'F2', instrument: 'VXM', expiry: '2026-02-04' };
const VXX: Hedge = { ...LOT, id: 'S1', instrument: 'VXX' };
const UVXY: Hedge = { ...LOT, id: 'S2', instrument: 'UVXY' };

describe('a book as single legs', () => {
  it('has a condor’s four from the lowest strike to the highest: bought, sold, sold, bought', () => {
    expect(
      unfoldLots({ condors: [WORKED_CONDOR], hedges: [] }).map(({ lotId, leg }) => ({ lotId, ...leg })),
    ).toEqual(
      [
        ['put', 5600, 4],
        ['put', 5700, -4],
        ['call', 6250, -4],
        ['call', 6350, 4],
      ].map(([right, strike, quantity]) => ({
        lotId: 'C1',
        kind: 'option',
        root: 'SPX',
        right,
        strike,
        expiry: '2026-02-19',
        settlement: 'PM',
        quantity,
      })),
    );
  });

  it('has options on the VIX settle in the morning, and futures and shares as they are held', () => {
    const hedges = [vixCalls('short', ['2026-02-04', 25, 29]), VX, VXM, VXX, UVXY];
    expect(unfoldLots({ condors: [], hedges })).toEqual([
      {
        lotId: 'H-short',
        leg: {
          kind: 'option',
          root: 'VIX',
          right: 'call',
          strike: 25,
          expiry: '2026-02-04',
          settlement: 'AM',
          quantity: 29,
        },
      },
      { lotId: 'F1', leg: { kind: 'future', product: 'VX', expiry: '2026-02-04', quantity: 3 } },
      { lotId: 'F2', leg: { kind: 'future', product: 'VXM', expiry: '2026-02-04', quantity: 3 } },
      { lotId: 'S1', leg: { kind: 'shares', symbol: 'VXX', quantity: 3 } },
      { lotId: 'S2', leg: { kind: 'shares', symbol: 'UVXY', quantity: 3 } },
    ]);
  });

  it('gains $100 a point with an option, $1,000 with a VX future, $100 with a mini and $1 with a share', () => {
    const hedges = [vixCalls('short', ['2026-02-04', 25, 1]), VX, VXM, VXX];
    const sizes = unfoldLots({ condors: [], hedges }).map(({ leg }) => contractSize(leg));
    expect(sizes).toEqual([100, 1_000, 100, 1]);
  });
});

describe('legs of the same contract', () => {
  const shares = [{ ...PLACE, symbol: 'VXX', price: 50 }] as const;
  const priced = (condors: readonly (typeof WORKED_CONDOR)[], hedges: readonly Hedge[]) =>
    netLegs(priceBook({ condors, hedges }, workedSources({ shares })).legs).map(({ leg }) => leg);

  it('are taken together whatever lots they are of, and only those', () => {
    const other = { ...WORKED_CONDOR, id: 'C2', quantity: 3 };
    const more = { ...vixCalls('short', ['2026-02-04', 25, 2]), id: 'H2' };
    const legs = priced(
      [WORKED_CONDOR, other],
      [
        vixCalls('short', ['2026-02-04', 25, 29]),
        more,
        VX,
        { ...VX, id: 'F3' },
        VXM,
        VXX,
        { ...VXX, id: 'S3' },
      ],
    );
    expect(legs.map(({ quantity }) => quantity)).toEqual([7, -7, -7, 7, 31, 6, 3, 6]);
  });

  it.each([
    { strikes: { longPut: 5700, shortPut: 5600, shortCall: 6250, longCall: 6350 } },
    { expiry: '2026-03-19' },
    { settlement: 'AM' },
  ] as const)('are not taken together with those of another strike, expiry or settlement: %o', (wish) => {
    const legs = [WORKED_CONDOR, { ...WORKED_CONDOR, id: 'C2', ...wish }];
    const held = unfoldLots({ condors: legs, hedges: [] });
    const forward = { value: 6000, basis: 'quote', ...PLACE } as const;
    const terms = { settlesAt: WORKED_AS_OF + DAY, forward, volatility: forward };
    const rest = { rate: 0.04, forwardPerSpot: 1, carry: 0 };
    const netted = netLegs(
      held.flatMap(({ lotId, leg }) => (leg.kind === 'option' ? [{ lotId, leg, ...terms, ...rest }] : [])),
    );
    const contracts = new Set(netted.map(({ leg }) => JSON.stringify({ ...leg, quantity: 0 })));
    expect(contracts.size).toBe(netted.length);
    expect(netted.reduce((sum, { leg }) => sum + Math.abs(leg.quantity), 0)).toBe(
      'strikes' in wish ? 16 : 32,
    );
  });
});

describe('the worth of a book', () => {
  const given = { geometry: volGeometry(), shift: { volPoints: 0, spotPercent: 0, days: 0 } };

  it('adds up each greek for itself', () => {
    const one = { value: 1, delta: 2, gamma: 3, theta: 4, vega: 5, exposure: 6 };
    expect(sumGreeks([one, { ...one, value: 10, vega: -1 }])).toEqual({
      value: 11,
      delta: 4,
      gamma: 6,
      theta: 8,
      vega: 4,
      exposure: 12,
    });
    expect(sumGreeks([])).toEqual({ value: 0, delta: 0, gamma: 0, theta: 0, vega: 0, exposure: 0 });
  });

  it('leaves out what has settled by the shifted day, and names it', () => {
    const book = priceBook(WORKED_POSITIONS, workedSources());
    const at = (days: number) => valueBook(book, { ...given, shift: { ...given.shift, days } });
    expect([at(0).values.length, at(0).settled]).toEqual([7, []]);
    // The short calls settle after 30 days, the condor after 45.
    expect(at(29.9).settled).toEqual([]);
    expect(at(30).settled.map(({ lotId }) => lotId)).toEqual(['H-short']);
    expect(at(45).settled.map(({ lotId }) => lotId)).toEqual(['C1', 'C1', 'C1', 'C1', 'H-short']);
    expect(at(45).values.map(({ lotId }) => lotId)).toEqual(['H-medium', 'H-long']);
  });

  it('has a future gain its contract’s size times beta, and never falls below a point', () => {
    const book = priceBook({ condors: [], hedges: [VX] }, workedSources());
    const at = (volPoints: number) =>
      valueBook(book, { ...given, shift: { ...given.shift, volPoints } }).values[0];
    // β of 30 days: (60^½ − 30^½) ⁄ 30^½ = √2 − 1.
    expect(at(0)).toMatchObject({
      price: 18.5,
      value: 0,
      delta: 3_000,
      gamma: 0,
      theta: 0,
      vega: 0,
      days: 30,
    });
    expect(at(0)?.exposure).toBeCloseTo(3_000 * (Math.SQRT2 - 1), 8);
    expect(at(10)?.price).toBeCloseTo(18.5 + 10 * (Math.SQRT2 - 1), 10);
    expect(at(-100)?.price).toBe(1);
  });

  it('has shares move with the two futures that they hold, UVXY one and a half times as much', () => {
    const shares = [
      { ...PLACE, symbol: 'VXX', price: 50 },
      { ...PLACE, symbol: 'UVXY', price: 30 },
    ] as const;
    const book = priceBook({ condors: [], hedges: [VXX, UVXY] }, workedSources({ shares }));
    const values = valueBook(book, given).values;
    // Three quarters of 18.5 and one of 20.2 are 18.925 points.
    const weight = 0.75 * (Math.SQRT2 - 1) + 0.25 * ((140 ** 0.5 - 110 ** 0.5) / 30 ** 0.5);
    expect(values[0]).toMatchObject({ price: 50, value: 150, gamma: 0, theta: 0, vega: 0 });
    expect(values[0]?.delta).toBeCloseTo((3 * 50) / 18.925, 10);
    expect(values[0]?.exposure).toBeCloseTo(((3 * 50) / 18.925) * weight, 8);
    expect(values[1]?.delta).toBeCloseTo((3 * 30 * 1.5) / 18.925, 10);
    expect(values[1]?.value).toBe(90);
  });
});
