import { describe, expect, it } from 'vitest';
import type { Positions } from '#domain/book/lot.ts';
import { priceBook } from '#engine/valuation/price-book.ts';
import { stressTable } from '#engine/account/stress-table.ts';
import { vegaExposure } from '#engine/account/vega-exposure.ts';
import { volGeometry } from '#engine/valuation/vol-geometry.ts';
import {
  PLACE,
  vixCalls,
  WORKED_MARKS,
  WORKED_POSITIONS,
  workedSources,
} from '#test/support/book/worked-book.ts';

const caseOf = (positions: Positions = WORKED_POSITIONS) => ({
  positions,
  book: priceBook(positions, workedSources()),
  geometry: volGeometry(),
  expirations: 3,
});

const vixCall = { root: 'VIX', settlement: 'AM', right: 'call', strike: 35, volatility: 0.75 } as const;

const shock = (volPoints: number) => ({ volPoints, spotPercent: 0, days: 0 });

describe('stressTable', () => {
  it('gives the table of the worked book', () => {
    // Reference: formulas §2.2, recomputed there by QuantLib; dollars and two decimals.
    const expected = [
      [1, -966, 609, 0.63],
      [5, -4308, 3363, 0.78],
      [10, -7502, 7524, 1.0],
      [20, -11788, 18116, 1.54],
    ];
    const rows = stressTable(caseOf()).filter(({ shift }) => shift.spotPercent === 0);
    const shown = rows.map(({ shift, condors, hedge, ratio }) => [
      shift.volPoints,
      Math.round(condors),
      Math.round(hedge),
      ratio.known && Math.round(ratio.value * 100) / 100,
    ]);
    expect(shown).toEqual(expected);
  });

  it('moves SPX as well in the joint shocks', () => {
    const rows = stressTable(caseOf());
    expect(rows.filter(({ shift }) => shift.spotPercent !== 0).map(({ shift }) => shift)).toEqual([
      { volPoints: 5, spotPercent: -2, days: 0 },
      { volPoints: 10, spotPercent: -4, days: 0 },
      { volPoints: 20, spotPercent: -8, days: 0 },
    ]);
    // VIX futures follow volatility alone, so the hedge makes the same in both.
    expect(rows[4]?.hedge).toBe(rows[1]?.hedge);
    expect(rows[4]?.condors).not.toBe(rows[1]?.condors);
  });

  it('does not care how contracts are spread over lots', () => {
    const single: Positions = {
      condors: WORKED_POSITIONS.condors.flatMap((lot) => [
        { ...lot, id: 'C1', quantity: 1 },
        { ...lot, id: 'C2', quantity: lot.quantity - 1 },
      ]),
      hedges: WORKED_POSITIONS.hedges.flatMap((lot) => [
        { ...lot, id: `${lot.id}.1`, quantity: 5 },
        { ...lot, id: `${lot.id}.2`, quantity: lot.quantity - 5 },
      ]),
    };
    const whole = stressTable(caseOf());
    stressTable(caseOf(single)).forEach((row, place) => {
      expect(row.condors).toBeCloseTo(whole[place]?.condors ?? Number.NaN, 6);
      expect(row.hedge).toBeCloseTo(whole[place]?.hedge ?? Number.NaN, 6);
    });
  });

  it('becomes H as the shock becomes small', () => {
    const { ratio } = vegaExposure(caseOf());
    const [row] = stressTable(caseOf(), [shock(1e-4)]);
    expect(row?.ratio.known && ratio.known && row.ratio.value - ratio.value).toBeCloseTo(0, 4);
  });

  it('leaves out the expirations that the ratio is not measured over', () => {
    const expiry = '2026-09-16';
    const more = {
      ...WORKED_POSITIONS,
      hedges: [...WORKED_POSITIONS.hedges, vixCalls('long', [expiry, 35, 50])],
    };
    const { futures, chains } = WORKED_MARKS;
    const quotes = [...(chains.vix?.quotes ?? []), { ...vixCall, expiry }];
    const sources = workedSources({
      futures: [...futures, { ...PLACE, expiry, price: 21 }],
      chains: { ...chains, vix: { ...PLACE, root: 'VIX', quotes } },
    });
    const book = priceBook(more, sources);
    expect(book.unvalued).toEqual([]);
    expect(stressTable({ ...caseOf(more), book })[0]?.hedge).toBeCloseTo(
      stressTable(caseOf())[0]?.hedge ?? 0,
      9,
    );
    expect(stressTable({ ...caseOf(more), book, expirations: 4 })[0]?.hedge).toBeGreaterThan(650);
  });

  it('has no ratio where the condors do not lose', () => {
    expect(stressTable(caseOf(), [shock(-3)])[0]?.ratio).toEqual({ known: false, reason: 'no-loss' });
    const blind = priceBook(WORKED_POSITIONS, workedSources({ futures: [] }));
    expect(stressTable({ ...caseOf(), book: blind })[0]?.ratio).toEqual({ known: false, reason: 'unvalued' });
    const bare = caseOf({ ...WORKED_POSITIONS, condors: [] });
    expect(stressTable(bare)[0]?.ratio).toEqual({ known: false, reason: 'no-condors' });
  });
});
