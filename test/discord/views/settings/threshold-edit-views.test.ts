import { describe, expect, it } from 'vitest';
import { changesView, editView } from '#discord/views/settings/threshold-edit-views.ts';
import { customIdsOf, textOf } from '#test/support/discord/view-facts.ts';
import { someSettings } from '#test/support/engine/decision.ts';

const STEWARD = '1290000000000000023';
const NOON = Date.UTC(2026, 11, 1, 17);

describe('editView', () => {
  it('tells each change, and takes them back at the version that they made', () => {
    const view = editView({
      changes: [
        { key: 'rsi.rutMax', from: '35', to: '40' },
        { key: 'alerts.minState', from: 'WATCH', to: 'CONFIRM' },
      ],
      version: 8,
    });
    const text = textOf(view);
    expect(text).toContain('## 2 thresholds changed');
    expect(text).toContain('`rsi.rutMax` 35 → **40**');
    expect(text).toContain('Settings version 8. It counts from the next evaluation on.');
    expect(customIdsOf(view)).toEqual(['v1:thresholds.undo:8']);
  });

  it('says one for one, and that nothing changed for none', () => {
    const change = { key: 'rsi.rutMax', from: '35', to: '40' } as const;
    expect(textOf(editView({ changes: [change], version: 8 }))).toContain('## One threshold changed');
    expect(textOf(editView({ changes: [], version: 8 }))).toBe(
      'All of these are set so already: nothing was changed.',
    );
  });

  it('says that the meaning of a step was left alone, and where it is switched', () => {
    const text = textOf(editView({ changes: [], version: 8, unswitched: 'absolute' }));
    expect(text).toContain('`ratio.meaning` was left as it is, not switched to absolute');
    expect(text).toContain('`/thresholds set key:ratio.meaning value:absolute` shows both plans and asks.');
  });

  it('warns where taking back a change switched it', () => {
    const change = { key: 'ratio.meaning', from: 'absolute', to: 'multiplier' } as const;
    expect(textOf(editView({ changes: [change], version: 9 }))).toContain(
      '`ratio.meaning` is **multiplier** again, no longer absolute.',
    );
  });
});

describe('changesView', () => {
  const kept = (count: number) => ({
    version: count,
    settings: someSettings({}),
    changes: Array.from({ length: count }, (_, index) => ({
      key: 'rsi.rutMax' as const,
      from: index,
      to: index + 1,
      by: STEWARD,
      at: NOON,
    })),
  });

  it('shows the latest first, fifteen on a page', () => {
    const lines = textOf(changesView(kept(17), 1)).split('\n');
    expect(lines[1]).toBe(`\`rsi.rutMax\` \`16\` → \`17\`, <@${STEWARD}> <t:1796144400:R>`);
    expect(lines.at(-1)).toBe('-# Page 1 of 2, 17 changes kept (the last hundred).');
    expect(lines).toHaveLength(17);
  });

  it('shows the last page for one that is not there', () => {
    expect(textOf(changesView(kept(17), 9))).toContain('Page 2 of 2');
  });

  it('says so where nothing was ever changed', () => {
    expect(textOf(changesView(kept(0), 1))).toContain('every threshold is at its default');
  });
});
