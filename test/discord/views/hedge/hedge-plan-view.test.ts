import { describe, expect, it } from 'vitest';
import { meaningText } from '#discord/views/hedge/hedge-plan-view.ts';
import { openingParts } from '#discord/views/hedge/opening-parts.ts';
import type { CoverReading } from '#domain/hedge/cover.ts';
import type { OrderEffect } from '#domain/hedge/order-effect.ts';
import type { OrderDraft, OrderOpening } from '#domain/hedge/step-order.ts';
import { A_DRAFT, A_TICKET } from '#test/support/discord/sample-order.ts';

const cover = (share: number): CoverReading => ({
  kind: 'cover',
  shock: { spotPercent: -4, volPoints: 10 },
  cover: share,
  isAtLeast: false,
  condors: -7_559,
  hedge: 7_559 * share,
});

const EFFECT: OrderEffect = { mid: 128, theta: -3.6 };

const linesOf = (opening: OrderOpening, effects: readonly OrderEffect[] = [], all = false): string =>
  openingParts({ opening, effects, cover: cover(0.248) }, all ? 'all' : 'recommended')
    .flatMap((part) => (part.kind === 'text' ? part.lines : []))
    .join('\n');

const opens = (more: Partial<OrderDraft> = {}): OrderOpening => ({
  kind: 'opens',
  order: { ...A_DRAFT, ...more },
});

describe('openingParts', () => {
  it('names the ticket as a broker takes it, what it costs, covers and reaches', () => {
    const plans = A_DRAFT.plans.map((plan) => ({ ...plan, cover: cover(0.281) }));
    expect(linesOf(opens({ plans, credit: 7_296 }), [EFFECT])).toBe(
      [
        '**0.50 delta, recommended**',
        '```\nBUY 1 VIX 22 Oct 2014 16 call\n```',
        '-# about $134, model, no quotes · 1.8 % of the credit · reaches 0.68, one more 0.73',
        '-# $128 at mid · θ −$4 a day',
        '-# cover 25 % → 28 % if SPX −4 %, VIX +10',
      ].join('\n'),
    );
  });

  it('keeps the other styles for who asks for them', () => {
    const [plan] = A_DRAFT.plans;
    const plans = plan ? [plan, { ...plan, style: 'deviations' } as const] : [];
    expect(linesOf(opens({ plans }))).not.toContain('1.5–2 SD strikes');
    expect(linesOf(opens({ plans }), [], true)).toContain('**1.5–2 SD strikes**');
  });

  it('says which layer fell back to which style', () => {
    const calls = [{ ...A_TICKET, weight: 4, fellBackTo: 'deviations' }] as const;
    const plans = A_DRAFT.plans.map((plan) => ({ ...plan, calls }));
    expect(linesOf(opens({ plans }))).toContain(
      '-# short layer: 1.5–2 SD strikes, its own style has no listed strike',
    );
  });

  it('buys the base size first, and tells the step that follows', () => {
    const base = { style: 'delta', tickets: [{ ...A_TICKET, quantity: 4, each: 0 }], reaches: 0.6 } as const;
    const { reason: _reason, ...next } = A_DRAFT;
    const text = linesOf(opens({ reason: 'base', plans: [base], next: { ...next, reason: 'step' } }));
    expect(text).toMatch(/^\*\*Base size first\*\*/);
    expect(text).toContain('BUY 4 VIX 22 Oct 2014 16 call');
    expect(text).toContain('**Then the step**, once that is filled\n```\nBUY 1 VIX 22 Oct 2014 16 call');
  });

  it('says what one contract would reach where no whole one comes nearer', () => {
    expect(linesOf({ kind: 'none', reason: 'no-whole-contract', filled: 0.6, oneWouldReach: 0.66 })).toBe(
      'nothing to trade: no whole contract comes nearer than 0.60, one would reach 0.66',
    );
  });

  it('names no contracts for a server that only counts', () => {
    expect(linesOf(opens({ plans: [] }))).toBe(
      'contracts are counted, no lots: carry the hedge from 0.60 to 0.70',
    );
  });

  it('says that no contract can be named where nothing listed could be priced', () => {
    expect(linesOf(opens({ plans: [], unnamed: 'no-listing' }))).toBe(
      'no contract can be named, for nothing listed could be priced: carry the hedge from 0.60 to 0.70',
    );
  });
});

describe('meaningText', () => {
  it.each([
    ['multiplier', 'a step scales the hedge’s own exposure, × 1.250 (`ratio.meaning` multiplier)'],
    ['absolute', 'a step leads H itself to 0.75 (`ratio.meaning` absolute)'],
  ] as const)('says what a step means as %s', (meaning, text) => {
    expect(meaningText(meaning, { from: 0.6, to: 0.75 })).toBe(text);
  });
});
