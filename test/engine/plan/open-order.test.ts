import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Hedge } from '#domain/book/lot.ts';
import { type OpeningCase, openOrder } from '#engine/plan/open-order.ts';
import { openUnpriced } from '#engine/plan/open-unpriced.ts';
import { volGeometry } from '#engine/valuation/vol-geometry.ts';
import { listedVixCalls, WORKED_POSITIONS, workedSources } from '#test/support/book/worked-book.ts';
import { someSettings } from '#test/support/engine/decision.ts';

const sources = workedSources(listedVixCalls());

const opening = (more: Partial<OpeningCase> = {}): OpeningCase => ({
  sources,
  geometry: volGeometry(),
  positions: WORKED_POSITIONS,
  filled: 0.6,
  asked: 0.7,
  direction: 'up',
  base: 0.6,
  decision: '2026-01-05.official',
  session: '2026-01-05',
  window: { session: '2026-01-06', from: 1, until: 2, after: 'opening' },
  validUntil: 3,
  meaning: 'multiplier',
  style: 'delta',
  settings: someSettings(),
  ...more,
});

const stepped = (lots: readonly Hedge[], each: number): readonly Hedge[] =>
  lots.map((lot) => ({ ...lot, id: `${lot.id}s`, step: { order: 'O1', each } }));

describe('openOrder', () => {
  it('goes from what is filled to what is asked, the recommended style first', () => {
    expect(openOrder(opening({ style: 'held' }))).toMatchObject({
      kind: 'opens',
      order: { reason: 'step', side: 'buy', from: 0.6, to: 0.7, plans: [{ style: 'held' }, {}, {}] },
    });
  });

  it('buys the base size of a layer that is empty first, and the step after it', () => {
    const { condors, hedges } = WORKED_POSITIONS;
    const [first, ...others] = hedges;
    const empty = openOrder(opening({ positions: { condors, hedges: others } }));
    expect(empty).toMatchObject({
      order: {
        reason: 'base',
        from: 0.6,
        to: 0.6,
        plans: [{ tickets: [{ layer: first?.layer, each: 0 }] }],
        next: { reason: 'step', from: 0.6, to: 0.7, scale: { kind: 'exposure' } },
      },
    });
  });

  it('opens nothing where the book stands there already, and for a server without a book', () => {
    expect(openOrder(opening({ filled: 0.72 }))).toEqual({
      kind: 'none',
      reason: 'already-there',
      filled: 0.72,
    });
    const nothing = { condors: [], hedges: [] };
    expect(openOrder(opening({ positions: nothing }))).toMatchObject({ kind: 'none', reason: 'no-book' });
    expect(openOrder(opening({ positions: nothing, contracts: 10 }))).toMatchObject({
      kind: 'opens',
      order: { plans: [], scale: { kind: 'contracts', held: 10 } },
    });
  });

  it('says what one contract would reach where none comes nearer', () => {
    expect(openOrder(opening({ asked: 0.601 }))).toMatchObject({
      kind: 'none',
      reason: 'no-whole-contract',
      oneWouldReach: expect.any(Number),
    });
  });

  it('never sells on an up-step, and an unwind buys nothing, not even a base', () => {
    const multiplier = fc.integer({ min: 20, max: 150 }).map((hundredths) => hundredths / 100);
    const kept = fc.subarray([...WORKED_POSITIONS.hedges]);
    fc.assert(
      fc.property(
        multiplier,
        multiplier,
        kept,
        fc.constantFrom('up', 'down'),
        (filled, asked, hedges, direction) => {
          const positions = {
            condors: WORKED_POSITIONS.condors,
            hedges: [...hedges, ...stepped(hedges, 0.02)],
          };
          const opened = openOrder(opening({ filled, asked, positions, direction }));
          const orders = opened.kind === 'opens' ? [opened.order, opened.order.next] : [];
          const sides = orders.flatMap((order) => (order ? [order.side] : []));
          expect(sides.every((side) => side === (direction === 'up' ? 'buy' : 'sell'))).toBe(true);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('sells to base every step contract, and no base contract', () => {
    const { condors, hedges } = WORKED_POSITIONS;
    const bought = stepped(hedges, 0.01);
    const down = openOrder(
      opening({
        positions: { condors, hedges: [...hedges, ...bought] },
        filled: 0.7,
        asked: 0.6,
        direction: 'down',
      }),
    );
    const sold = down.kind === 'opens' ? (down.order.plans[0]?.tickets ?? []) : [];
    const counts = new Map(sold.map(({ lotId, quantity }) => [lotId, quantity]));
    expect(counts).toEqual(new Map(bought.map(({ id, quantity }) => [id, quantity])));
  });
});

describe('openUnpriced', () => {
  it('counts every contract alike where nothing could be measured', () => {
    const held = WORKED_POSITIONS.hedges.reduce((sum, { quantity }) => sum + quantity, 0);
    expect(openUnpriced(opening())).toMatchObject({
      kind: 'opens',
      order: { side: 'buy', scale: { kind: 'contracts', held }, plans: [{ style: 'delta' }] },
    });
  });

  it('says that it names no contract where none is held that lives past the window', () => {
    const window = { ...opening().window, session: '2030-01-02' };
    expect(openUnpriced(opening({ window }))).toMatchObject({
      order: { plans: [], unnamed: 'no-listing' },
    });
  });

  it('sells the step contracts to base, each counted by its share', () => {
    const { condors, hedges } = WORKED_POSITIONS;
    const positions = { condors, hedges: [...hedges, ...stepped(hedges, 0.01)] };
    const down = openUnpriced(opening({ positions, filled: 0.7, asked: 0.6, direction: 'down' }));
    const sold = down.kind === 'opens' ? (down.order.plans[0]?.tickets ?? []) : [];
    expect(sold.length).toBe(hedges.length);
    expect(sold.every(({ side, lotId }) => side === 'sell' && lotId?.endsWith('s'))).toBe(true);
  });
});
