import { describe, expect, it } from 'vitest';
import { hedgeSizeView } from '#discord/views/hedge/hedge-size-view.ts';
import { textOf } from '#test/support/discord/view-facts.ts';

describe('hedgeSizeView', () => {
  it('tells each way of rounding, and those that come to the same once', () => {
    const view = hedgeSizeView({
      condors: 1_500,
      perTenCondors: [4, 4, 2],
      sizes: [
        { rounding: 'largest-remainder', contracts: [600, 600, 300], total: 1_500, ratio: 0.6, error: 0 },
        { rounding: 'nearest', contracts: [600, 600, 300], total: 1_500, ratio: 0.6, error: 0 },
        { rounding: 'up', contracts: [610, 600, 300], total: 1_510, ratio: 0.604, error: 0.004 },
      ],
    });
    const lines = textOf(view).split('\n');
    expect(lines[0]).toBe('## Hedge for 1,500 condors');
    expect(lines[1]).toBe(
      '4/4/2 VIX calls (short/medium/long layer) per ten condors are ratio 0.60 in contracts.',
    );
    expect(lines.filter((line) => line.startsWith('- '))).toEqual([
      '- **600/600/300** (1,500): ratio 0.60, off by 0.000, in proportion, rounded to the nearest',
      '- **610/600/300** (1,510): ratio 0.604, off by +0.004, rounded up',
    ]);
  });
});
