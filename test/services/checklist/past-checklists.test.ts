import { describe, expect, it } from 'vitest';
import type { Decision } from '#domain/signal/decision.ts';
import { pastChecklists } from '#services/checklist/past-checklists.ts';
import { aDecision } from '#test/support/engine/decision.ts';
import { memoryAfter } from '#test/support/engine/weak-cpi-story.ts';

const { event: EVENT } = memoryAfter(0);

/** The checklists of some decisions, newest first, and what was asked for. */
function setUp(decisions: readonly Decision[]) {
  const asked: unknown[] = [];
  const ledger = {
    async decisions(server: string, limit: number) {
      asked.push([server, limit]);
      return decisions;
    },
    mark: async () => [],
    addNote: async () => undefined,
    ticks: async (_server: string, checklist: string) => [
      { item: 'vix-gate', by: `who ticked ${checklist}`, at: 1 } as const,
    ],
    notes: async (_server: string, checklist: string) => [
      { item: 'vix-gate', by: 'ann', at: 1, text: `note on ${checklist}` } as const,
    ],
  };
  return { asked, past: () => pastChecklists({ ledger }, '1') };
}

/** Decisions of so many events, newest first, so many of each. */
const eventsOf = (count: number, each: number): readonly Decision[] =>
  Array.from({ length: count * each }, (_, place) =>
    aDecision({
      id: `decision ${place}`,
      ...(EVENT && { event: { ...EVENT, id: `event ${Math.floor(place / each)}` } }),
    }),
  );

describe('pastChecklists', () => {
  it('shows six, newest first, each with the last decision that it belonged to', async () => {
    const shown = await setUp(eventsOf(8, 3)).past();
    expect(shown.map(({ checklist, decision }) => [checklist, decision.id])).toEqual([
      ['event 0', 'decision 0'],
      ['event 1', 'decision 3'],
      ['event 2', 'decision 6'],
      ['event 3', 'decision 9'],
      ['event 4', 'decision 12'],
      ['event 5', 'decision 15'],
    ]);
  });

  it('looks through the last 200 decisions of the server', async () => {
    const { asked, past } = setUp([]);
    expect(await past()).toEqual([]);
    expect(asked).toEqual([['1', 200]]);
  });

  it('shows each as it was left: its own ticks and its own notes', async () => {
    const [first, second] = await setUp(eventsOf(2, 1)).past();
    expect(first).toMatchObject({
      ticks: [{ by: 'who ticked event 0' }],
      notes: [{ text: 'note on event 0' }],
    });
    expect(second).toMatchObject({
      ticks: [{ by: 'who ticked event 1' }],
      notes: [{ text: 'note on event 1' }],
    });
  });
});
