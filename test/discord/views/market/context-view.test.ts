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
    const shown = textOf(contextView({ context: CONTEXT, multiples: [], ...(stress && { stress }) }));
    expect(shown).toContain('if spreads widened by 1.0 % and beta rose by 0.2');
    expect(shown).toContain('cost of capital 8.4 % → 9.4 %, of equity alone 10.0 % → 11.0 %');
    expect(shown).toContain('P/E and P/CF at the same growth −12.5 %');
    expect(shown).toContain('Assumed, not measured: debt 35.0 %, beta 1.2');
    expect(shown).toContain('Context, never a gate');
  });

  it('shows multiples entered by hand with source and age, and what the stress makes of those of small caps', () => {
    const about = { source: 'FTSE Russell', day: '2026-10-30', days: 32 } as const;
    const multiples = [
      { multiple: 'P/E', caps: 'small', value: 24, ...about },
      { multiple: 'P/CF', caps: 'large', value: 18.5, ...about },
    ] as const;
    const stress = stressSmallCaps(CONTEXT);
    const shown = textOf(contextView({ context: CONTEXT, multiples, ...(stress && { stress }) }));
    // −12.5 % of 24.
    expect(shown).toContain(
      '- P/E of small caps **24.0 → 21.0 under this stress** (FTSE Russell, Fri 30 Oct, 32 d old)',
    );
    expect(shown).toContain('- P/CF of large caps **18.5** (FTSE Russell, Fri 30 Oct, 32 d old)');
    expect(textOf(contextView({ multiples }))).toContain('- P/E of small caps **24.0** (FTSE Russell');
    expect(textOf(contextView({ multiples: [] }))).toContain('nobody has entered them');
  });

  it('leaves the stress out where there is nothing to begin from', () => {
    expect(textOf(contextView({ context: [], multiples: [] }))).not.toContain('Small caps, if');
  });
});
