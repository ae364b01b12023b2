import { describe, expect, it } from 'vitest';
import { lotDifferences, lotFacts, lotLine } from '#discord/views/book/lot-text.ts';
import { aCall, aCondor } from '#test/support/book/lots.ts';

const TODAY = '2026-12-01';

describe('lotLine', () => {
  it('tells of a condor its strikes, settlement, days left and credit', () => {
    expect(lotLine(aCondor(), TODAY)).toBe(
      '`C1` **10** condors 5600/5700/6250/6350 · 2027-01-15 PM, 45 d · credit 12.50',
    );
  });

  it('tells of a call its layer and what it cost', () => {
    expect(lotLine(aCall(), TODAY)).toBe(
      '`H1` **4** VIX 22 calls · 2027-01-20, 50 d · short layer · cost 1.85',
    );
  });

  it('counts no days for what has settled, and leaves out what nobody entered', () => {
    const { cost: _, layer: __, ...bare } = aCall({ expiry: '2026-11-18', right: 'put', quantity: 1_200 });
    expect(lotLine(bare, TODAY)).toBe('`H1` **1,200** VIX 22 puts · 2026-11-18');
  });

  it('tells futures and shares by what they are', () => {
    const { strike: _, right: __, cost: ___, layer: ____, ...call } = aCall();
    expect(lotFacts({ ...call, instrument: 'VXM' }, TODAY)).toBe('**4** VXM · 2027-01-20, 50 d');
    const { expiry: _____, ...shares } = call;
    expect(lotFacts({ ...shares, instrument: 'UVXY' }, TODAY)).toBe('**4** UVXY shares');
  });

  it('says so of the worked example, which nobody holds', () => {
    expect(lotFacts(aCondor({ isIllustration: true }), TODAY)).toMatch(/ · \*\*illustration\*\*$/);
  });
});

describe('lotDifferences', () => {
  it('names each field that changed, with both values', () => {
    const { cost: _, ...unpriced } = aCall();
    expect(lotDifferences(unpriced, aCall({ quantity: 3, strike: 25 }))).toBe(
      'quantity 4 → 3, strike 22 → 25, cost none → 1.85',
    );
  });

  it('has nothing to say where nothing changed', () => {
    expect(lotDifferences(aCondor(), aCondor())).toBe('');
  });
});
