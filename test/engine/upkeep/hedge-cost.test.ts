import { describe, expect, it } from 'vitest';
import type { BookedLot, LotEnd } from '#domain/book/book-record.ts';
import type { Hedge } from '#domain/book/lot.ts';
import { hedgeCost, hedgeFlows, isOverBudget } from '#engine/upkeep/hedge-cost.ts';
import { someSettings } from '#test/support/engine/decision.ts';
import { WORKED_CONDOR, vixCalls } from '#test/support/book/worked-book.ts';

const booked = (lot: BookedLot['lot'], end?: LotEnd): BookedLot => ({
  lot,
  revision: 1,
  ...(end && { end }),
});
const call = (openedOn: string, cost?: number): Hedge => ({
  ...vixCalls('short', ['2026-02-04', 25, 10]),
  openedOn,
  ...(cost !== undefined && { cost }),
});
const future: Hedge = {
  kind: 'hedge',
  id: 'H7',
  instrument: 'VX',
  quantity: 2,
  openedOn: '2026-01-05',
  expiry: '2026-02-04',
  cost: 18,
};
const TODAY = '2026-03-02';
const capital = someSettings({ 'budget.capital': 100_000 });

describe('hedgeCost', () => {
  it('counts what was paid less what came back, against two percent of the capital', () => {
    const flows = hedgeFlows([
      booked(call('2026-01-05', 0.85)),
      booked(call('2026-01-12', 0.8), { how: 'closed', on: '2026-02-02', price: 1.1 }),
      booked(WORKED_CONDOR),
    ]);
    // 10 × 100 × (0.85 + 0.80) paid and 10 × 100 × 1.10 received.
    const cost = hedgeCost(flows, TODAY, capital);
    expect(cost.paid).toBeCloseTo(1650, 9);
    expect(cost.received).toBeCloseTo(1100, 9);
    expect(cost.net).toBeCloseTo(550, 9);
    expect(cost).toMatchObject({ from: '2025-03-03', until: TODAY, budget: 2000, unpriced: [] });
    expect(cost.used).toBeCloseTo(0.275, 9);
  });

  it('looks back on 365 days, today among them', () => {
    const on = (day: string) => hedgeCost(hedgeFlows([booked(call(day, 1))]), TODAY, capital).net;
    expect(on('2025-03-03')).toBe(1000);
    expect(on('2025-03-02')).toBe(0);
    expect(on(TODAY)).toBe(1000);
    expect(on('2026-03-03')).toBe(0);
  });

  it('lists what nobody has priced instead of calling it 0', () => {
    const flows = hedgeFlows([
      booked(call('2026-01-05')),
      booked(call('2026-01-06', 1), { how: 'expired', on: '2026-02-04', at: 0 }),
      booked(call('2026-01-07', 1), { how: 'closed', on: '2026-02-04' }),
      booked(call('2026-01-08', 1), { how: 'removed' }),
    ]);
    const cost = hedgeCost(flows, TODAY, capital);
    expect(cost.net).toBe(2000);
    expect(cost.unpriced.map(({ what }) => what)).toEqual(['opened', 'settled', 'closed']);
  });

  it('counts of a future what it gained', () => {
    const { flows } = hedgeFlows([booked(future, { how: 'closed', on: '2026-01-20', price: 19.5 })]);
    expect(flows).toEqual([{ lotId: 'H7', on: '2026-01-20', dollars: 3000 }]);
    expect(hedgeFlows([booked(future)])).toEqual({ flows: [], unpriced: [] });
  });

  it('has no budget while nobody has said the capital', () => {
    const cost = hedgeCost(hedgeFlows([booked(call(TODAY, 1))]), TODAY, someSettings());
    expect(cost).not.toHaveProperty('budget');
    expect(isOverBudget(cost, 1_000_000)).toBeUndefined();
  });
});

describe('isOverBudget', () => {
  const cost = hedgeCost(hedgeFlows([booked(call(TODAY, 1))]), TODAY, capital);

  it('holds the year’s cost with the step against the budget', () => {
    expect(isOverBudget(cost, 1_000)).toBe(false);
    expect(isOverBudget(cost, 1_000.01)).toBe(true);
  });

  it('cannot say it of a step that nobody has priced', () => {
    expect(isOverBudget(cost, undefined)).toBeUndefined();
  });
});
