import { describe, expect, it } from 'vitest';
import type { ItemNote, ItemTick } from '#domain/checklist/checklist.ts';
import { itemHistory } from '#services/checklist/item-history.ts';

const note = (at: number): ItemNote => ({ item: 'parity', by: 'ann', at, text: `at ${at}`, checklist: 'x' });
const tick = (at: number): ItemTick => ({ item: 'parity', by: 'bob', at, checklist: 'y' });

const read = (notes: readonly ItemNote[], ticks: readonly ItemTick[]) => {
  const limits: unknown[] = [];
  const ledger = {
    async itemNotes(server: string, item: string, limit: number) {
      limits.push([server, item, limit]);
      return notes;
    },
    async itemTicks(server: string, item: string, limit: number) {
      limits.push([server, item, limit]);
      return ticks;
    },
  };
  return { limits, history: itemHistory({ ledger }, '1', 'parity') };
};

describe('itemHistory', () => {
  it('puts notes and marks together, newest first', async () => {
    const { entries } = await read([note(40), note(10)], [tick(30), tick(20)]).history;
    expect(entries.map(({ kind, at }) => [kind, at])).toEqual([
      ['note', 40],
      ['tick', 30],
      ['tick', 20],
      ['note', 10],
    ]);
  });

  it('shows the latest 25 of both together, and asks for no more', async () => {
    const many = Array.from({ length: 25 }, (_, place) => place);
    const asked = read(
      many.map((place) => note(1_000 - 2 * place)),
      many.map((place) => tick(999 - 2 * place)),
    );
    const { entries } = await asked.history;
    expect(entries.map(({ at }) => at)).toEqual(many.map((place) => 1_000 - place));
    expect(asked.limits).toEqual([
      ['1', 'parity', 25],
      ['1', 'parity', 25],
    ]);
  });
});
