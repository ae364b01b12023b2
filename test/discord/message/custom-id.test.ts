import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCustomId, writeCustomId } from '#discord/message/custom-id.ts';
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
