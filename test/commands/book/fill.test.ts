import { describe, expect, it } from 'vitest';
import { fill } from '#commands/book/fill.ts';
import { recordFill } from '#services/hedge/record-fill.ts';
import { BUY, OPEN, openOrderDesk } from '#test/support/book/order-desk.ts';
import { textOf } from '#test/support/discord/view-facts.ts';
import { contextWith } from '#test/commands/context-with.ts';

describe('/book fill', () => {
  it('is for stewards', () => {
    expect(fill.access).toBe('steward');
  });

  it.each([
    [
      'a price below 0',
      'BTO 1 VIX 1/20/2027 22C @-1.90',
      {},
      '`-1.90` is not understood, it takes the price',
    ],
    ['a format that nobody posts', 'bought some vol', {}, '`bought some vol`'],
    [
      'another instrument',
      'BTO 1 SPY 1/20/2027 500C @1.90',
      {},
      '`SPY` is not understood, it takes what: VIX, VX',
    ],
    ['a trade of tomorrow', BUY, { date: '2026-12-02' }, 'Traded on 2026-12-02: today is 2026-12-01'],
    ['a trade of before the order', BUY, { date: '2026-11-27' }, 'before the order opened on 2026-11-30'],
    ['a sale for an order that buys', 'STC 1 VIX 1/20/2027 22C @1.90', {}, 'this order takes BUY only'],
  ])('refuses %s in a sentence with the value given, and writes nothing', async (_, text, more, sentence) => {
    const desk = await openOrderDesk(OPEN);
    const context = contextWith({ recordFill: (request) => recordFill(desk.deps, request) }, 'steward');
    const { view } = await fill.run(fill.options.parse({ text, ...more }), context);
    expect(textOf(view)).toContain(sentence);
    expect(textOf(view)).toContain('Nothing was written');
    expect(await desk.filled()).toBe(0.6);
  });
});
