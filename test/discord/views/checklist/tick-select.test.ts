import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CHECKLIST_ITEMS } from '#domain/checklist/checklist.ts';
import { readCustomId } from '#discord/message/custom-id.ts';
import { readTickChoice, tickSelect } from '#discord/views/checklist/tick-select.ts';
import { FULL_CARD } from '#test/support/discord/sample-card.ts';

const { checklist } = FULL_CARD;
const items = fc.subarray([...CHECKLIST_ITEMS]);

function keyShowing(ticked: readonly (typeof CHECKLIST_ITEMS)[number][]): string {
  const ticks = ticked.map((item) => ({ item, by: '1', at: 0 }));
  return readCustomId(tickSelect({ ...checklist, ticks }).customId)?.key ?? '';
}

describe('tickSelect', () => {
  it('offers every item by name, those that are ticked chosen, and any number of them', () => {
    const select = tickSelect(checklist);
    expect(select.mostChosen).toBe(6);
    expect(select.options.map(({ label }) => label)).toContain('4 Do both RSI and MACD confirm?');
    expect(select.options.filter((option) => option.default).map(({ value }) => value)).toEqual(['vix-gate']);
  });
});

describe('readTickChoice', () => {
  it('changes what differs from what was shown, and nothing that somebody else may have ticked since', () => {
    fc.assert(
      fc.property(items, items, (shown, chosen) => {
        const changes = readTickChoice(keyShowing(shown), chosen)?.changes ?? [];
        expect(new Set(changes.filter(({ ticked }) => ticked).map(({ item }) => item))).toEqual(
          new Set(chosen.filter((item) => !shown.includes(item))),
        );
        expect(new Set(changes.filter(({ ticked }) => !ticked).map(({ item }) => item))).toEqual(
          new Set(shown.filter((item) => !chosen.includes(item))),
        );
      }),
      { numRuns: 100 },
    );
  });

  it.each(['', '2014-09-23.official', '2014-09-23.official|xyz', 'a|vix-gate|tick'])(
    'does not guess at %s',
    (key) => {
      expect(readTickChoice(key, [])).toBeUndefined();
    },
  );
});
