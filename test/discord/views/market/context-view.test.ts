import { describe, expect, it } from 'vitest';
import { contextView } from '#discord/views/market/context-view.ts';
import { stressSmallCaps } from '#engine/stress/stress-small-caps.ts';
import { known } from '#test/support/book/worked-book.ts';
import { textOf } from '#test/support/discord/view-facts.ts';

const CONTEXT = [
  { name: 'nominalTen', reading: known(4), day: '2026-01-02', oneDay: -0.05 },
  { name: 'highYield', reading: known(3) },
] as const;

describe('contextView', () => {
  it('shows a stress of small caps with what is assumed in it', () => {
    const stress = stressSmallCaps(CONTEXT);
    const shown = textOf(contextView({ context: CONTEXT, ...(stress && { stress }) }));
    expect(shown).toContain('if spreads widened by 1.0 % and beta rose by 0.2');
    expect(shown).toContain('cost of capital 8.4 % → 9.4 %, of equity alone 10.0 % → 11.0 %');
    expect(shown).toContain('P/E and P/CF at the same growth −12.5 %');
    expect(shown).toContain('Assumed, not measured: debt 35.0 %, beta 1.2');
    expect(shown).toContain('Context, never a gate');
  });

  it('leaves the stress out where there is nothing to begin from', () => {
    expect(textOf(contextView({ context: [] }))).not.toContain('Small caps');
  });
});
