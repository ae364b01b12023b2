import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCustomId, writeCustomId } from '#discord/message/custom-id.ts';
import { readTickKey, tickLink } from '#discord/views/checklist/tick-link.ts';
import { hostile } from '#test/support/discord/arbitrary-decision.ts';

describe('writeCustomId', () => {
  it('is read back as it was written, unless Discord would not take it', () => {
    fc.assert(
      fc.property(hostile, (key) => {
        const link = { command: 'checklist', act: 'tick-card', key };
        const id = writeCustomId(link);
        expect(
          id === undefined ? 'v1:checklist.tick-card:'.length + key.length > 100 : readCustomId(id),
        ).toEqual(id === undefined ? true : link);
      }),
    );
  });
});

describe('readCustomId', () => {
  it.each(['v0:checklist.tick:a', 'v2:checklist.tick:a', 'checklist', '', 'v1:checklist:a'])(
    'does not read %s, which this version has not written',
    (id) => {
      expect(readCustomId(id)).toBeUndefined();
    },
  );
});

describe('readTickKey', () => {
  it('reads what a button on a card and one on a list say', () => {
    const onList = { decisionId: '2014-09-23.official', item: 'vix-gate', ticked: true } as const;
    const onCard = { ...onList, ticked: false, mark: 'k7QePz12' };

    expect(readTickKey(tickLink(onList).key)).toEqual(onList);
    expect(readTickKey(tickLink(onCard).key)).toEqual(onCard);
    expect([tickLink(onList).act, tickLink(onCard).act]).toEqual(['tick', 'tick-card']);
  });

  it.each(['', 'a|b|tick', 'a|vix-gate|toggle', '2014-09-23.official|vix-gate'])(
    'does not guess at %s',
    (key) => {
      expect(readTickKey(key)).toBeUndefined();
    },
  );
});
