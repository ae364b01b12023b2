import { describe, expect, it } from 'vitest';
import { layerExpiries } from '#engine/valuation/layer-expiries.ts';
import { someSettings } from '#test/support/engine/decision.ts';
import { vixCalls, WORKED_AS_OF, workedSources } from '#test/support/book/worked-book.ts';

const DAY = 86_400_000;

describe('where new calls of each layer expire', () => {
  const settings = someSettings({ 'layers.days': [30, 110, 220], 'layers.daysFloor': [20, 60, 120] });

  it('is with what the layer holds while that has more days left than the floor', () => {
    const held = [vixCalls('short', ['2026-04-25', 25, 1])];
    expect(layerExpiries(held, workedSources(), settings)).toEqual([
      { kind: 'expiry', layer: 'short', expiry: '2026-04-25', settlesAt: WORKED_AS_OF + 110 * DAY },
      { kind: 'expiry', layer: 'medium', expiry: '2026-04-25', settlesAt: WORKED_AS_OF + 110 * DAY },
      { kind: 'expiry', layer: 'long', expiry: '2026-08-13', settlesAt: WORKED_AS_OF + 220 * DAY },
    ]);
  });

  it('is nearest to the days that the layer begins with where it holds nothing, or what is due', () => {
    const due = [vixCalls('medium', ['2026-02-04', 25, 1])];
    expect(layerExpiries(due, workedSources(), settings)).toMatchObject([
      { layer: 'short', expiry: '2026-02-04' },
      { layer: 'medium', expiry: '2026-04-25' },
      { layer: 'long', expiry: '2026-08-13' },
    ]);
    const floor = someSettings({ 'layers.days': [220, 30, 110], 'layers.daysFloor': [30, 30, 30] });
    expect(layerExpiries([vixCalls('short', ['2026-02-04', 25, 1])], workedSources(), floor)).toMatchObject([
      { expiry: '2026-08-13' },
      { expiry: '2026-02-04' },
      { expiry: '2026-04-25' },
    ]);
  });

  it('says whether nothing is listed, or nothing has a future', () => {
    const none = (otherwise: Parameters<typeof workedSources>[0]) =>
      layerExpiries([], workedSources(otherwise), settings);
    expect(none({ futures: [] })).toEqual(
      ['short', 'medium', 'long'].map((layer) => ({ kind: 'none', layer, reason: 'no-forward' })),
    );
    expect(none({ chains: {} })).toEqual(
      ['short', 'medium', 'long'].map((layer) => ({ kind: 'none', layer, reason: 'no-expiry' })),
    );
    expect(none({ asOf: WORKED_AS_OF + 220 * DAY })).toMatchObject([
      { reason: 'no-expiry' },
      { reason: 'no-expiry' },
      { reason: 'no-expiry' },
    ]);
  });
});
