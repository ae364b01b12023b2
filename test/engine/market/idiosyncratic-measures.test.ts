import { describe, expect, it } from 'vitest';
import type { Series } from '#domain/market/session.ts';
import { measureMarket } from '#engine/evidence/measure-market.ts';
import { idiosyncraticMeasures } from '#engine/market/idiosyncratic-measures.ts';
import { official } from '#test/support/engine/weak-cpi-story.ts';

const market = measureMarket(official(3));

/** Measures of a market whose shares are these, over whichever window. */
const of = (shares: Series) => idiosyncraticMeasures({ ...market, idiosyncraticShare: () => shares });

describe('idiosyncraticMeasures', () => {
  it('takes the share over 63 and over 252 sessions', () => {
    const asked: number[] = [];
    const idiosyncraticShare = (window: number): Series => {
      asked.push(window);
      return market.idiosyncraticShare(window);
    };
    const measures = idiosyncraticMeasures({ ...market, idiosyncraticShare });
    expect(asked).toEqual([63, 252]);
    expect(measures.map(({ id }) => id)).toEqual([
      'idiosyncraticShare',
      'idiosyncraticMean',
      'idiosyncraticShare252',
      'idiosyncraticMean252',
    ]);
    expect(measures[0]?.value).toBeCloseTo(market.idiosyncraticShare(63).at(-1) ?? NaN, 9);
  });

  it('stands beside its own mean over everything that is known, from 60 values on', () => {
    const shares = Array.from({ length: 60 }, (_, place) => (place === 59 ? 0.8 : 0.2));
    const [share, average] = of([undefined, ...shares]);
    expect(share?.value).toBeCloseTo(0.8, 12);
    expect(average?.value).toBeCloseTo(0.21, 12);
    expect(of(shares.slice(1))[1]).toMatchObject({ reason: 'too-little-history' });
  });

  it('does not know with too little history, nor where an index has a flaw', () => {
    expect(of([undefined, undefined]).every(({ reason }) => reason === 'too-little-history')).toBe(true);
    const stale = { ...market, rut: { ...market.rut, flaw: 'stale' } } as const;
    const measures = idiosyncraticMeasures(stale);
    expect(measures.every(({ value, reason }) => value === undefined && reason === 'stale')).toBe(true);
  });
});
