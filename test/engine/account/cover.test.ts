import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Positions } from '#domain/book/lot.ts';
import type { CoverReading, JointShock } from '#domain/hedge/cover.ts';
import { COVER_SHOCKS, coverTable } from '#engine/account/cover.ts';
import { black76 } from '#engine/pricing/black-76.ts';
import { priceBook } from '#engine/valuation/price-book.ts';
import { volGeometry } from '#engine/valuation/vol-geometry.ts';
import { vixCalls, WORKED_CONDOR, WORKED_POSITIONS, workedSources } from '#test/support/book/worked-book.ts';

const HEADLINE = { spotPercent: -4, volPoints: 10 } as const;

function readCover(positions: Positions, shock: JointShock = HEADLINE, minLoss = 100): CoverReading {
  const condors = positions.condors.reduce((sum, { quantity }) => sum + quantity, 0);
  const book = priceBook(positions, workedSources());
  const [reading] = coverTable({ book, geometry: volGeometry(), condors, minLoss }, [shock]);
  if (!reading) {
    throw new Error('no reading');
  }
  return reading;
}

describe('coverTable', () => {
  it('shows the shocks of the method: −2 and +5, −4 and +10, −8 and +20', () => {
    expect(COVER_SHOCKS).toEqual([
      { spotPercent: -2, volPoints: 5 },
      { spotPercent: -4, volPoints: 10 },
      { spotPercent: -8, volPoints: 20 },
    ]);
  });

  it('is what every hedge lot gains over what the condors lose, all of it repriced', () => {
    const reading = readCover(WORKED_POSITIONS);
    // By hand: the forward falls by 4 %, each strike keeps its volatility and gets 10 × √(30/45) points.
    const years = 45 / 365;
    const forward = 6000 * Math.exp((0.04 - 0.013) * years);
    const lift = 0.1 * Math.sqrt(30 / 45);
    const legs = [
      ['put', 5600, 0.2, 1],
      ['put', 5700, 0.185, -1],
      ['call', 6250, 0.125, -1],
      ['call', 6350, 0.12, 1],
    ] as const;
    const worth = (moved: number, points: number): number =>
      legs.reduce((sum, [right, strike, volatility, sign]) => {
        const terms = { right, strike, years, rate: 0.04, forward: moved, volatility: volatility + points };
        return sum + sign * 400 * black76(terms).price;
      }, 0);
    const loss = worth(forward * 0.96, lift) - worth(forward, 0);
    expect(reading.condors).toBeCloseTo(loss, 6);
    expect(reading.kind === 'cover' && reading.cover).toBeCloseTo((reading.hedge ?? 0) / -loss, 12);
    // formulas §2.2: the hedge makes $7,524 of ten points.
    expect(reading.hedge).toBeCloseTo(7_524, -1);
  });

  it('says why there is none: no condors, no loss, too small a loss', () => {
    const noCondors = { ...WORKED_POSITIONS, condors: [] };
    expect(readCover(noCondors)).toMatchObject({ kind: 'unknown', reason: 'no-condors' });
    const calm = { spotPercent: 0, volPoints: -5 } as const;
    expect(readCover(WORKED_POSITIONS, calm)).toMatchObject({ reason: 'no-loss' });
    expect(readCover(WORKED_POSITIONS, HEADLINE, 1e6)).toMatchObject({ reason: 'too-small' });
  });

  it('measures too small a loss by the number of condors, and a cover by 999 %', () => {
    const lossOfFour = -(readCover(WORKED_POSITIONS).condors ?? 0);
    expect(readCover(WORKED_POSITIONS, HEADLINE, (lossOfFour / 4) * 1.01)).toMatchObject({
      reason: 'too-small',
    });
    expect(readCover(WORKED_POSITIONS, HEADLINE, (lossOfFour / 4) * 0.99)).toMatchObject({ kind: 'cover' });
    const withCalls = (quantity: number) =>
      readCover({ condors: [WORKED_CONDOR], hedges: [vixCalls('short', ['2026-02-04', 25, quantity])] });
    const one = withCalls(1);
    const most = Math.floor(9.99 / (one.kind === 'cover' ? one.cover : Number.NaN));
    expect(withCalls(most)).toMatchObject({ kind: 'cover' });
    expect(withCalls(most + 1)).toMatchObject({ kind: 'unknown', reason: 'absurd' });
  });

  it('is 0 for condors without a hedge, and not unknown', () => {
    const bare = { condors: [WORKED_CONDOR], hedges: [] };
    expect(readCover(bare)).toMatchObject({ kind: 'cover', cover: 0, isAtLeast: false });
  });

  it('is at least what is known where only a long call has no value', () => {
    const blind = vixCalls('long', ['2026-08-13', 77, 5]);
    const reading = readCover({ ...WORKED_POSITIONS, hedges: [...WORKED_POSITIONS.hedges, blind] });
    const whole = readCover(WORKED_POSITIONS);
    expect(reading).toMatchObject({ kind: 'cover', isAtLeast: true });
    expect(reading.kind === 'cover' && whole.kind === 'cover' && reading.cover - whole.cover).toBe(0);
  });

  it('is unknown under a fall of the VIX where a call has no value: it might lose any amount', () => {
    const blind = vixCalls('long', ['2026-08-13', 77, 5]);
    const withBlind = { ...WORKED_POSITIONS, hedges: [...WORKED_POSITIONS.hedges, blind] };
    const fall = { spotPercent: -8, volPoints: -2 };
    expect(readCover(withBlind, fall)).toMatchObject({ reason: 'unvalued', unvalued: [{ lotId: 'H-long' }] });
  });

  it('takes no notice of what has settled', () => {
    const settled = { ...vixCalls('long', ['2025-12-17', 20, 5]), id: 'H8' };
    const withSettled = { ...WORKED_POSITIONS, hedges: [...WORKED_POSITIONS.hedges, settled] };
    expect(readCover(withSettled)).toEqual(readCover(WORKED_POSITIONS));
  });

  it('is unknown where a put of the hedge or a leg of a condor has no value, and names the leg', () => {
    const put = { ...vixCalls('long', ['2026-08-13', 77, 5]), right: 'put' as const, id: 'H9' };
    const withPut = { ...WORKED_POSITIONS, hedges: [...WORKED_POSITIONS.hedges, put] };
    expect(readCover(withPut)).toMatchObject({ reason: 'unvalued', unvalued: [{ lotId: 'H9' }] });
    const strange = { ...WORKED_CONDOR, id: 'C9', strikes: { ...WORKED_CONDOR.strikes, longPut: 100 } };
    const withCondor = { ...WORKED_POSITIONS, condors: [...WORKED_POSITIONS.condors, strange] };
    expect(readCover(withCondor)).toMatchObject({ reason: 'unvalued', unvalued: [{ lotId: 'C9' }] });
  });

  it('is never a number above 999 % or one that is none, whatever is held', () => {
    const quantity = fc.integer({ min: 1, max: 100_000 });
    const shock = fc.record({
      spotPercent: fc.integer({ min: -20, max: 20 }),
      volPoints: fc.integer({ min: -20, max: 60 }),
    });
    fc.assert(
      fc.property(quantity, quantity, shock, (condors, calls, joint) => {
        const [first] = WORKED_POSITIONS.hedges;
        const reading = readCover(
          {
            condors: [{ ...WORKED_CONDOR, quantity: condors }],
            hedges: first ? [{ ...first, quantity: calls }] : [],
          },
          joint,
        );
        return reading.kind === 'unknown' || (reading.cover >= 0 && reading.cover <= 9.99);
      }),
    );
  });
});
