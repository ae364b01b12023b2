import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LayerName, VolatilityOption } from '#domain/book/lot.ts';
import { baseSize, readLayers } from '#engine/upkeep/base-size.ts';

const call = (layer: LayerName, quantity: number, expiry = '2014-10-22'): VolatilityOption => ({
  id: `H-${layer}-${quantity}`,
  kind: 'hedge',
  instrument: 'VIX',
  right: 'call',
  layer,
  strike: 16,
  expiry,
  quantity,
  openedOn: '2014-09-16',
});

const read = (hedges: readonly VolatilityOption[], more: { readonly settled?: readonly LayerName[] } = {}) =>
  readLayers({
    hedges,
    condors: 10,
    perTenCondors: [4, 4, 2],
    settled: new Set(more.settled ?? []),
    today: '2014-09-23',
  });

describe('baseSize', () => {
  it.each([
    [10, { short: 4, medium: 4, long: 2 }],
    [4, { short: 2, medium: 1, long: 1 }],
    [1, { short: 1, medium: 0, long: 0 }],
    [0, { short: 0, medium: 0, long: 0 }],
    [25, { short: 10, medium: 10, long: 5 }],
  ])('of %d condors at 4/4/2 is split by largest remainders, the nearer layer first', (condors, size) => {
    expect(baseSize(condors, [4, 4, 2])).toEqual(size);
  });

  it('is nothing where every layer weighs 0', () => {
    expect(baseSize(10, [0, 0, 0])).toEqual({ short: 0, medium: 0, long: 0 });
  });

  it('adds up to the rounded total whatever the weights', () => {
    const weight = fc.integer({ min: 0, max: 20 });
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 500 }),
        weight,
        weight,
        weight,
        (condors, first, second, third) => {
          const sum = first + second + third;
          const { short, medium, long } = baseSize(condors, [first, second, third]);
          return short + medium + long === (sum > 0 ? Math.round((condors * sum) / 10) : 0);
        },
      ),
    );
  });
});

describe('readLayers', () => {
  it('finds nothing wrong with 4/4/2 against ten condors', () => {
    const layers = read([call('short', 4), call('medium', 4), call('long', 2)]);
    expect(layers.map(({ state }) => state)).toEqual(['whole', 'whole', 'whole']);
  });

  it('calls a layer empty, thin below half, and below where any contract is missing', () => {
    expect(read([call('short', 1), call('medium', 3)])).toMatchObject([
      { layer: 'short', state: 'thin', status: 'act', held: 1, base: 4 },
      { layer: 'medium', state: 'below', status: 'watch', held: 3 },
      { layer: 'long', state: 'empty', status: 'act', held: 0, base: 2 },
    ]);
    expect(read([call('short', 2), call('medium', 4), call('long', 2)])[0]).toMatchObject({ state: 'below' });
  });

  it('says of one that settled without a successor that it settled', () => {
    const layers = read([call('medium', 4), call('long', 2)], { settled: ['short'] });
    expect(layers[0]).toMatchObject({ state: 'settled', status: 'act' });
  });

  it('counts nothing that settles today', () => {
    expect(read([call('short', 4, '2014-09-23')])[0]).toMatchObject({ held: 0, state: 'empty' });
  });

  it('never misses a layer whose base size is 0', () => {
    const layers = readLayers({
      hedges: [],
      condors: 10,
      perTenCondors: [4, 0, 0],
      settled: new Set(),
      today: '2014-09-23',
    });
    expect(layers.map(({ state }) => state)).toEqual(['empty', 'whole', 'whole']);
  });
});
