import { describe, expect, it } from 'vitest';
import type { HedgeNews } from '#domain/hedge/upkeep.ts';
import { hedgeNewsView } from '#discord/views/hedge/hedge-news-view.ts';
import { textOf } from '#test/support/discord/view-facts.ts';

const told = (news: HedgeNews): string =>
  textOf(hedgeNewsView({ form: 'hedge', news, asOf: Date.UTC(2026, 0, 30, 14) }, { mark: 'k7QePz12' }));

const COST = {
  from: '2025-01-31',
  until: '2026-01-30',
  paid: 17_000,
  received: 1_000,
  net: 16_000,
  budget: 20_000,
  used: 0.8,
  unpriced: [],
};

describe('hedgeNewsView', () => {
  it('names the lot that is due, its layer and why, and what to ask next', () => {
    const roll = {
      lotId: 'H1',
      quantity: 29,
      layer: 'short',
      expiry: '2026-02-04',
      daysHeld: 25,
      daysLeft: 5,
      reasons: ['days-left'],
    } as const;
    const text = told({ about: 'roll', roll, isIllustration: true });
    expect(text).toContain('A roll is due');
    expect(text).toContain('`H1` 29 short 2026-02-04: 5 days left');
    expect(text).toContain('nobody holds it');
    expect(text).toContain('`/hedge plan`');
  });

  it('says how much of the budget is used, and what happens when all of it is', () => {
    const near = told({ about: 'budget', reached: 0.8, cost: COST });
    expect(near).toContain('Hedge budget: 80 % used');
    expect(near).toContain('Net **$16,000** (paid $17,000, received $1,000)');
    expect(near).toContain('further up-steps are blocked');
    expect(told({ about: 'budget', reached: 1, cost: COST })).toContain('is blocked until cost falls out');
  });
});
