import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { InvalidLots, UnknownLot } from '#domain/book/book-problem.ts';
import type { Hedge } from '#domain/book/lot.ts';
import { volGeometry } from '#engine/valuation/vol-geometry.ts';
import { whatIf } from '#engine/account/what-if.ts';
import { someSettings } from '#test/support/engine/decision.ts';
import { listedVixCalls, vixCalls, WORKED_POSITIONS, workedSources } from '#test/support/book/worked-book.ts';
import { propertyRuns } from '#test/support/process/property-runs.ts';

const given = {
  positions: WORKED_POSITIONS,
  sources: workedSources(listedVixCalls()),
  settings: someSettings(),
  geometry: volGeometry(),
};
const ratioOf = ({ ratio }: { readonly ratio: { readonly known: boolean; readonly value?: number } }) =>
  ratio.value ?? Number.NaN;

describe('whatIf', () => {
  it('adds the 13/12/6 calls of the worked plan, and H goes to 0.854', () => {
    const more = [
      vixCalls('short', ['2026-02-04', 25, 13]),
      vixCalls('medium', ['2026-04-25', 30, 12]),
      vixCalls('long', ['2026-08-13', 35, 6]),
    ];
    const { before, after } = whatIf(
      given,
      more.map((lot) => ({ kind: 'add', lot })),
    );
    // Reference: formulas §2.2.
    expect(ratioOf(before)).toBeCloseTo(0.597, 3);
    expect(ratioOf(after)).toBeCloseTo(0.854, 3);
  });

  it('removes part of a lot, or all of it', () => {
    const part = whatIf(given, [{ kind: 'remove', id: 'H-short', quantity: 9 }]).after;
    expect(part.vega?.hedge.rows[0]?.contracts).toBe(20);
    expect(whatIf(given, [{ kind: 'remove', id: 'H-short' }]).after.vega?.hedge.rows).toHaveLength(2);
    const bare = whatIf(given, [{ kind: 'remove', id: 'C1' }]).after;
    expect(bare.ratio).toEqual({ known: false, reason: 'no-condors' });
  });

  it('rolls to another expiry and strike', () => {
    const roll = { kind: 'roll', id: 'H-short', quantity: 10, expiry: '2026-04-25', strike: 28 } as const;
    const { rows } = whatIf(given, [roll]).after.vega?.hedge ?? expect.fail('there is no account');
    expect(rows.map(({ expiry, contracts }) => [expiry, contracts])).toEqual([
      ['2026-02-04', 19],
      ['2026-04-25', 39],
      ['2026-08-13', 15],
    ]);
  });

  it('shifts SPX, volatility and days', () => {
    const up = whatIf(given, [], { volPoints: 10, spotPercent: 0, days: 0 }).after;
    expect(up.vega?.hedge.rows[0]?.forward?.value).toBeCloseTo(18.5 + 4.142, 3);
    const fallen = whatIf(given, [], { volPoints: 0, spotPercent: -5, days: 0 }).after;
    // Toward its short puts a condor is long of the index.
    expect(fallen.vega?.condors.totals.delta).toBeGreaterThan(0);
    const later = whatIf(given, [], { volPoints: 0, spotPercent: 0, days: 31 }).after;
    expect(later.vega?.settled).toMatchObject([{ lotId: 'H-short' }]);
  });

  it('changes nothing by nothing, and leaves the book as it was', () => {
    const copy = structuredClone(WORKED_POSITIONS);
    const { before, after } = whatIf(given, []);
    expect(after).toEqual(before);
    expect(WORKED_POSITIONS).toEqual(copy);
  });

  it('gives back what it took: an added lot removed again', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1000 }), (quantity) => {
        const lot = { ...vixCalls('short', ['2026-02-04', 30, quantity]), id: 'X' };
        const { before, after } = whatIf(given, [
          { kind: 'add', lot },
          { kind: 'remove', id: 'X' },
        ]);
        expect(after).toEqual(before);
      }),
      { numRuns: propertyRuns(20) },
    );
  });

  it('refuses lots that are not there, and more than is held', () => {
    expect(() => whatIf(given, [{ kind: 'remove', id: 'H99' }])).toThrow(UnknownLot);
    expect(() => whatIf(given, [{ kind: 'remove', id: 'H-short', quantity: 30 }])).toThrow(InvalidLots);
    expect(() => whatIf(given, [{ kind: 'remove', id: 'H-short', quantity: 0 }])).toThrow(InvalidLots);
  });

  it('refuses to roll shares, which never expire', () => {
    const shares: Hedge = { kind: 'hedge', id: 'S1', instrument: 'VXX', quantity: 5, openedOn: '2026-01-05' };
    const positions = { ...WORKED_POSITIONS, hedges: [shares] };
    const roll = { kind: 'roll', id: 'S1', expiry: '2026-04-25' } as const;
    expect(() => whatIf({ ...given, positions }, [roll])).toThrow(InvalidLots);
  });
});
