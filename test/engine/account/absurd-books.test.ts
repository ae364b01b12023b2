import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Condor, Positions } from '#domain/book/lot.ts';
import type { Marks, OptionQuote } from '#domain/book/mark.ts';
import { bookExposure } from '#engine/account/book-exposure.ts';
import { hedgeReport } from '#engine/account/hedge-report.ts';
import { whatIf } from '#engine/account/what-if.ts';
import { priceSources } from '#engine/valuation/price-book.ts';
import { volGeometry } from '#engine/valuation/vol-geometry.ts';
import { aDecision, someSettings } from '#test/support/engine/decision.ts';
import { propertyRuns } from '#test/support/process/property-runs.ts';
import {
  known,
  PLACE,
  vixCalls,
  WORKED_CLOCK,
  WORKED_CONDOR,
  WORKED_MARKS,
  WORKED_POSITIONS,
} from '#test/support/book/worked-book.ts';

/** From the worked instant: today, one day, a week, and the days of the worked legs. */
const EXPIRIES = ['2026-01-05', '2026-01-06', '2026-01-12', '2026-02-19'] as const;
const CALLS = ['2026-01-05', '2026-01-06', '2026-02-04', '2026-04-25', '2026-08-13'] as const;

/** What a mark may be mistyped as, a broken source may say, and what is usual. */
const volatility = fc.oneof(
  fc.constantFrom(0, 1e-12, 1e-6, 0.001, 5, 40, 1e6, 1e300),
  fc.double({ min: 0.05, max: 2, noNaN: true }),
);
const level = (usual: number) =>
  fc.constantFrom(usual / 10, usual / 3, usual, usual * 3, usual * 10, 1e-9, 1e9, usual);

const condor = fc
  .record({
    expiry: fc.constantFrom(...EXPIRIES),
    quantity: fc.integer({ min: 1, max: 500 }),
    credit: fc.constantFrom(0, 0.05, 27, 99, 500),
  })
  .map((terms): Condor => ({ ...WORKED_CONDOR, ...terms }));

const calls = fc
  .tuple(fc.constantFrom(...CALLS), fc.constantFrom(1, 16, 25, 300), fc.integer({ min: 1, max: 10_000 }))
  .map((terms) => vixCalls('short', [...terms]));

const positions: fc.Arbitrary<Positions> = fc
  .tuple(fc.array(condor, { maxLength: 3 }), fc.array(calls, { maxLength: 4 }))
  .map(([condors, hedges]) => ({
    condors: condors.map((lot, place) => ({ ...lot, id: `C${place}` })),
    hedges: hedges.map((lot, place) => ({ ...lot, id: `H${place}` })),
  }));

const marks: fc.Arbitrary<Marks> = fc
  .record({
    spot: level(6000),
    rate: fc.constantFrom(-0.5, 0, 0.04, 0.99),
    future: level(18),
    spxVolatility: volatility,
    vixVolatility: volatility,
  })
  .map(({ spot, rate, future, spxVolatility, vixVolatility }) => ({
    ...WORKED_MARKS,
    spx: known(spot),
    rate: known(rate),
    chains: {
      spx: { ...PLACE, root: 'SPX', quotes: EXPIRIES.flatMap((day) => indexQuotes(day, spxVolatility)) },
      vix: { ...PLACE, root: 'VIX', quotes: CALLS.flatMap((day) => callQuotes(day, vixVolatility)) },
    },
    futures: CALLS.map((expiry) => ({ ...PLACE, expiry, price: future })),
  }));

function indexQuotes(expiry: string, of: number): readonly OptionQuote[] {
  const strikes = [5600, 5700, 6250, 6350];
  return strikes.map((strike, place) => {
    const right = place < 2 ? 'put' : 'call';
    return { root: 'SPX', expiry, settlement: 'PM', strike, right, volatility: of };
  });
}

function callQuotes(expiry: string, of: number): readonly OptionQuote[] {
  const terms = { root: 'VIX', expiry, settlement: 'AM', right: 'call', volatility: of } as const;
  return [1, 16, 25, 300].map((strike) => ({ ...terms, strike }));
}

/** Every number in a value, with the way to it. */
function numbersIn(value: unknown, path = ''): readonly (readonly [string, number])[] {
  if (typeof value === 'number') {
    return [[path, value]];
  }
  return value !== null && typeof value === 'object'
    ? Object.entries(value).flatMap(([key, part]) => numbersIn(part, `${path}.${key}`))
    : [];
}

const raise = aDecision({ ratio: { ...aDecision().ratio, target: 0.85, step: 0.25, next: 0.85 } });
const settings = someSettings();
const geometry = volGeometry();

describe('a book on any marks, at any age', () => {
  it('has no number in its report that is none, no H beyond ±99 and no cover above 999 %', () => {
    fc.assert(
      fc.property(positions, marks, level(1), (held, sampled, dailyRange) => {
        const report = hedgeReport({
          positions: held,
          lots: [...held.condors, ...held.hedges].map((lot) => ({ lot, revision: 1 })),
          today: '2026-01-05',
          sources: priceSources(sampled, WORKED_CLOCK),
          geometry,
          settings,
          decision: raise,
          dailyRange: known(dailyRange),
          smallCaps: new Map([['2026-01-05', 2000]]),
          lastSession: '2026-01-05',
        });
        expect(numbersIn(report).filter(([, number]) => !Number.isFinite(number))).toEqual([]);
        const ratios = [report.ratio, report.stressRatio, ...report.rows.map(({ ratio }) => ratio)];
        for (const ratio of ratios) {
          expect(ratio?.known === true ? Math.abs(ratio.value) : 0).toBeLessThanOrEqual(99);
        }
        for (const reading of report.cover ?? []) {
          expect(reading.kind === 'cover' ? reading.cover : 0).toBeLessThanOrEqual(9.99);
        }
        for (const { buffer } of report.breakEvens) {
          expect(buffer.known ? Math.abs(buffer.value.multiples) : 0).toBeLessThanOrEqual(99);
        }
      }),
      { numRuns: propertyRuns(100) },
    );
  });

  it('has none either in what is measured and tried out on it', () => {
    fc.assert(
      fc.property(positions, marks, fc.constantFrom(-20, 0, 60), (held, sampled, volPoints) => {
        const given = { positions: held, sources: priceSources(sampled, WORKED_CLOCK), settings, geometry };
        const shift = { volPoints, spotPercent: -volPoints / 3, days: volPoints === 0 ? 8 : 0 };
        const answers = [bookExposure(given), whatIf(given, [], shift)];
        expect(numbersIn(answers).filter(([, number]) => !Number.isFinite(number))).toEqual([]);
      }),
      { numRuns: propertyRuns(60) },
    );
  });

  it('says that vega says little where no condor has more than seven days, and not before', () => {
    const isShortDated = (...days: readonly (typeof EXPIRIES)[number][]) => {
      const condors = days.map((expiry, place) => ({ ...WORKED_CONDOR, id: `C${place}`, expiry }));
      const quotes = EXPIRIES.flatMap((day) => indexQuotes(day, 0.2));
      const sampled = { ...WORKED_MARKS, chains: { spx: { ...PLACE, root: 'SPX', quotes } as const } };
      const sources = priceSources(sampled, WORKED_CLOCK);
      const held = { ...WORKED_POSITIONS, condors };
      return bookExposure({ positions: held, sources, settings, geometry }).isShortDated;
    };
    expect(isShortDated('2026-01-12')).toBe(true);
    expect(isShortDated('2026-01-06', '2026-01-12')).toBe(true);
    expect(isShortDated('2026-01-06', '2026-02-19')).toBeUndefined();
    expect(isShortDated()).toBeUndefined();
  });
});
