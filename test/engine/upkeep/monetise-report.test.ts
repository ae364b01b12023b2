import { describe, expect, it } from 'vitest';
import type { VolatilityOption } from '#domain/book/lot.ts';
import { black76 } from '#engine/pricing/black-76.ts';
import { monetiseReport, type MonetiseReportCase } from '#engine/upkeep/monetise-report.ts';
import { volGeometry } from '#engine/valuation/vol-geometry.ts';
import { listedVixCalls, vixCalls, WORKED_CONDOR, workedSources } from '#test/support/book/worked-book.ts';
import { someSettings } from '#test/support/engine/decision.ts';

/** Twenty closes of 16 and 18, mean 17, then today's. */
const closesTo = (today: number): readonly number[] => [
  ...Array.from({ length: 20 }, (_, place) => (place % 2 === 0 ? 16 : 18)),
  today,
];

const short = (quantity: number, cost: number): VolatilityOption => ({
  ...vixCalls('short', ['2026-02-04', 15, quantity]),
  cost,
});

const look = (lot: VolatilityOption, more: Partial<MonetiseReportCase> = {}) =>
  monetiseReport({
    positions: { condors: [WORKED_CONDOR], hedges: [lot] },
    sources: workedSources(listedVixCalls()),
    geometry: volGeometry(),
    settings: someSettings(),
    closes: closesTo(18.5),
    ...more,
  });

const callAt = (forward: number): number =>
  black76({ right: 'call', strike: 15, years: 30 / 365, rate: 0.04, forward, volatility: 1.25 }).price;

describe('monetiseReport', () => {
  it('sells a third at bid: cash, less cover afterwards, and what a fall to the mean gives back', () => {
    const report = look(short(9, 0.5));
    expect(report.triggers).toMatchObject([{ kind: 'lot', lotId: 'H-short' }]);
    expect(report.tranches).toMatchObject([{ act: 'sell', quantity: 3 }]);
    // The chain bids a twentieth below the model; 3 contracts of $100 a point.
    const [tranche] = report.tranches;
    expect(tranche).not.toHaveProperty('isModel');
    expect(report.cash).toBe(tranche?.cash);
    expect(Math.abs((report.cash ?? 0) / 300 - callAt(18.5))).toBeLessThan(0.3);
    expect(report.cash).toBeLessThan(callAt(18.5) * 300);
    const { before, after } = report.cover ?? {};
    expect(before?.kind === 'cover' && after?.kind === 'cover' && after.cover / before.cover).toBeCloseTo(
      6 / 9,
      9,
    );
    // β of 30 days is √2 − 1: the future falls by that part of 1.5, with all nine contracts still held.
    expect(report.giveBack).toBeCloseTo((callAt(18.5) - callAt(18.5 - 1.5 * 0.41421356)) * 900, 4);
  });

  it('gives nothing back where the VIX is not above its mean, or not known', () => {
    expect(look(short(9, 0.5), { closes: closesTo(16.5) })).not.toHaveProperty('giveBack');
    expect(look(short(9, 0.5), { closes: [] })).not.toHaveProperty('giveBack');
  });

  it('proposes for base contracts alone the roll, up and out, of the first expiry 15 days later', () => {
    // Four condors: two calls of the short layer are its base size.
    const report = look(short(2, 0.5));
    expect(report.tranches).toMatchObject([
      { act: 'roll', quantity: 1, successor: { expiry: '2026-04-25', strike: 23 } },
    ]);
    expect(report).not.toHaveProperty('cash');
    expect(report).not.toHaveProperty('cover');
  });

  it('takes costs in points: a call is worth what it cost times its multiple, not a hundred times it', () => {
    expect(look(short(9, 3)).triggers).toEqual([]);
    const report = look(short(9, 3), { closes: closesTo(24) });
    expect(report.triggers).toMatchObject([{ kind: 'market', vix: 24 }]);
    expect(look(short(9, 8), { closes: closesTo(24) }).triggers).toEqual([]);
  });

  it('names what keeps it from firing, beside the numbers', () => {
    const report = look(short(9, 0.5), { block: 'up-order' });
    expect(report).toMatchObject({ triggers: [], tranches: [], block: 'up-order', vix: 18.5, mean: 17 });
  });
});
