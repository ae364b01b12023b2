import { describe, expect, it } from 'vitest';
import { openingTerms, openPriced } from '#engine/plan/opening-terms.ts';
import { filledOf } from '#engine/plan/order-report.ts';
import { CALENDAR } from '#test/support/book/book-desk.ts';
import { workedHoldings } from '#test/support/book/worked-holdings.ts';
import { WORKED_AS_OF } from '#test/support/book/worked-book.ts';
import { someSettings } from '#test/support/engine/decision.ts';

const settings = someSettings({ 'ratio.meaning': 'absolute' });

describe('an order under the absolute meaning', () => {
  const holdings = workedHoldings();
  const record = { orders: [], loose: 0, book: { open: holdings.lots } };
  const step = { asked: 0.7, direction: 'up', now: WORKED_AS_OF } as const;

  it('opens from H itself, which the worked book has at 0.597, and claims no multiplier before', () => {
    expect(filledOf(record, settings)).toBeUndefined();
    const terms = openingTerms(CALENDAR, { record, settings, step });
    expect(terms).not.toHaveProperty('filled');
    const opening = openPriced(terms, holdings, settings);
    expect(opening).toMatchObject({ kind: 'opens', order: { meaning: 'absolute', side: 'buy', to: 0.7 } });
    expect(opening.kind === 'opens' && opening.order.from).toBeCloseTo(0.597, 3);
  });
});
