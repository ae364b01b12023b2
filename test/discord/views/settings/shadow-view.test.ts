import { describe, expect, it } from 'vitest';
import type { ShadowReport } from '#services/history/preview-thresholds.ts';
import { readWish, shadowView, writeWish } from '#discord/views/settings/shadow-view.ts';
import { customIdsOf, textOf } from '#test/support/discord/view-facts.ts';

const REPORT: ShadowReport = {
  wish: { kind: 'value', key: 'rsi.rutMax', text: '40' },
  changes: [{ key: 'rsi.rutMax', from: '35', to: '40' }],
  version: 7,
  from: 'folder',
  reading: {
    prints: 60,
    from: '2021-11-10',
    until: '2026-11-12',
    old: 4,
    new: 6,
    overlap: 3,
    rows: [
      {
        releaseId: 'CPI-2022-06-10',
        old: { highest: 'WATCH', alerts: false, raised: false },
        new: { highest: 'CAPITULATION', alerts: true, raised: true },
      },
    ],
  },
};

describe('shadowView', () => {
  it('tells how many prints alert now, would, and do in both, then each that does', () => {
    const text = textOf(shadowView(REPORT));
    expect(text).toContain('## If it had been `rsi.rutMax` `40`');
    expect(text).toContain('**old 4 alerts, new 6, overlap 3 over the last 60 prints**');
    expect(text).toContain('CPI-2022-06-10: no alert (WATCH) → CAPITULATION, hedge raised');
    expect(text).toContain('What would have alerted is not what would have paid.');
  });

  it('applies what was looked at, at the version it was looked at', () => {
    expect(customIdsOf(shadowView(REPORT))).toEqual(['v1:thresholds.apply:7|rsi.rutMax|40']);
  });

  it('offers nothing to apply where nothing would change', () => {
    const view = shadowView({ ...REPORT, changes: [] });
    expect(textOf(view)).toContain('Nothing would change: these values are set already.');
    expect(customIdsOf(view)).toEqual([]);
  });

  it('says so where a value is too long for a button', () => {
    const view = shadowView({ ...REPORT, wish: { kind: 'value', key: 'vix.gates', text: '1,'.repeat(60) } });
    expect(customIdsOf(view)).toEqual([]);
    expect(textOf(view)).toContain('too long for a button');
  });
});

describe('readWish', () => {
  it.each([
    { kind: 'preset', name: 'strict' },
    { kind: 'value', key: 'vix.gates', text: '15,20|25' },
  ] as const)('reads back what was written: %o', (wish) => {
    expect(readWish(writeWish(wish, 12))).toEqual({ wish, basedOn: 12 });
  });

  it.each(['', '7', '7|preset', 'x|preset|strict'])('refuses what is no wish: %s', (key) => {
    expect(readWish(key)).toBeUndefined();
  });
});
