import { describe, expect, it } from 'vitest';
import type { OrderDraft, OrderOpening, OrderTicket } from '#domain/hedge/step-order.ts';
import { coverTable } from '#engine/account/cover.ts';
import { withEffect } from '#engine/plan/with-effect.ts';
import { priceBook } from '#engine/valuation/price-book.ts';
import { volGeometry } from '#engine/valuation/vol-geometry.ts';
import {
  listedVixCalls,
  vixCalls,
  WORKED_CONDOR,
  WORKED_POSITIONS,
  workedSources,
} from '#test/support/book/worked-book.ts';
import { A_DRAFT, A_TICKET } from '#test/support/discord/sample-order.ts';
import { someSettings } from '#test/support/engine/decision.ts';

const sources = workedSources(listedVixCalls());
const effectCase = {
  sources,
  geometry: volGeometry(),
  positions: WORKED_POSITIONS,
  settings: someSettings(),
};
const BUYS: OrderTicket = { ...A_TICKET, quantity: 5, strike: 25, expiry: '2026-02-04' };
const SELLS: OrderTicket = { ...BUYS, side: 'sell', quantity: 29, lotId: 'H-short' };

function draftOf(tickets: readonly OrderTicket[]): OrderDraft {
  return { ...A_DRAFT, plans: [{ style: 'delta', tickets, reaches: 0.7 }] };
}

function opens(tickets: readonly OrderTicket[]): OrderOpening {
  return { kind: 'opens', order: draftOf(tickets) };
}

function coverOf(hedges: typeof WORKED_POSITIONS.hedges) {
  const book = priceBook({ ...WORKED_POSITIONS, hedges }, sources);
  const coverCase = { book, geometry: volGeometry(), condors: 4, minLoss: 100 };
  return coverTable(coverCase, [{ spotPercent: -4, volPoints: 10 }])[0];
}

describe('withEffect', () => {
  it('measures cover on the book with what is bought in it', () => {
    const { hedges } = WORKED_POSITIONS;
    const after = coverOf([...hedges, vixCalls('short', ['2026-02-04', 25, 5])]);
    expect(withEffect(opens([BUYS]), effectCase)).toMatchObject({ order: { plans: [{ cover: after }] } });
    expect(after).not.toEqual(coverOf(hedges));
  });

  it('and without what is sold of a lot', () => {
    const after = coverOf(WORKED_POSITIONS.hedges.slice(1));
    expect(withEffect(opens([SELLS]), effectCase)).toMatchObject({ order: { plans: [{ cover: after }] } });
  });

  it('measures a step that waits for a base size on top of it', () => {
    const order = draftOf([BUYS]);
    const both = withEffect({ kind: 'opens', order: { ...order, next: order } }, effectCase);
    const { hedges } = WORKED_POSITIONS;
    const after = coverOf([...hedges, vixCalls('short', ['2026-02-04', 25, 10])]);
    expect(both).toMatchObject({ order: { next: { plans: [{ cover: after }] } } });
  });

  it('sums the credit of every condor, and says none where one has none', () => {
    const condors = [
      { ...WORKED_CONDOR, credit: 12.5 },
      { ...WORKED_CONDOR, id: 'C2', quantity: 1, credit: 10 },
    ];
    const received = { ...effectCase, positions: { ...WORKED_POSITIONS, condors } };
    expect(withEffect(opens([BUYS]), received)).toMatchObject({ order: { credit: 6_000 } });
    expect(withEffect(opens([BUYS]), effectCase)).not.toHaveProperty('order.credit');
  });

  it('leaves what opens nothing as it is', () => {
    const nothing = { kind: 'none', reason: 'no-call' } as const;
    expect(withEffect(nothing, effectCase)).toBe(nothing);
  });
});
