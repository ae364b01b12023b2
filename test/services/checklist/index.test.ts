import { afterEach, describe, expect, it } from 'vitest';
import { openStore, type Store } from '#adapters/store/open-store.ts';
import type { Decision } from '#domain/signal/decision.ts';
import { bindChecklist } from '#services/checklist/index.ts';
import { thresholds } from '#config/thresholds.ts';
import { someSettings } from '#test/support/engine/decision.ts';
import { tellStory } from '#test/support/engine/market-story.ts';
import { FAR_BELOW, RUT_FALLS, decide, posted } from '#test/support/engine/play-story.ts';
import { temporaryFolder } from '#test/support/process/temporary-folder.ts';
import type { Snapshot } from '#domain/signal/snapshot.ts';

const SERVER = '100000000000000001';
const stores: Store[] = [];

afterEach(async () => {
  await Promise.all(stores.splice(0).map((store) => store.close()));
});

/** The VIX passes its upper gates on the second of two closes. */
async function twoCloses() {
  const story = tellStory([17, 21, 21].map((vix) => ({ ...RUT_FALLS, vix })));
  const prints = [story.print(0, FAR_BELOW)];
  const store = await openStore(await temporaryFolder(), thresholds);
  stores.push(store);
  const services = bindChecklist({ ledger: store.ledger, marketClock: { now: () => 0 } });
  let memory: Decision['memory'] | undefined;
  const close = async (place: number): Promise<Decision> => {
    const snapshot: Snapshot = story.at(place, 'official', { prints });
    const before = memory ?? decide(story.at(-1, 'question')).memory;
    const decision = decide(snapshot, { memory: before });
    memory = posted(decision);
    const inputs = {
      snapshot,
      book: undefined,
      settings: someSettings(),
      settingsVersion: 3,
      memory: before,
    };
    await store.ledger.record({
      recorded: { server: SERVER, decision, inputs, recordedAt: snapshot.asOf },
      deliveries: [],
    });
    return decision;
  };
  return { services, close, ledger: store.ledger };
}

describe('a checklist over two closes', () => {
  it('opens an item again when its answer changes after it was ticked, and counts a new tick', async () => {
    const { services, close } = await twoCloses();
    const first = await close(0);
    const mark = { item: 'vix-gate', by: 'ann', ticked: true } as const;
    await services.tick(SERVER, first.id, { ...mark, at: first.asOf + 1 });
    expect((await services.showChecklist(SERVER)).checklist.ticks).toHaveLength(1);

    const second = await close(1);
    const { checklist } = await services.showChecklist(SERVER);
    expect(checklist.ticks).toEqual([]);
    expect(checklist.reopened).toMatchObject([
      { item: 'vix-gate', tick: { by: 'ann', seen: { status: 'watch', finding: 'curve-moved' } } },
    ]);

    const again = await services.tick(SERVER, second.id, { ...mark, by: 'bob', at: second.asOf + 1 });
    expect(again.checklist).toMatchObject({ ticks: [{ by: 'bob' }], reopened: [] });
    await close(2);
    expect((await services.showChecklist(SERVER)).checklist.ticks).toHaveLength(1);
  });

  it('tells in item 10 what was entered by hand since, with its age now', async () => {
    const { services, close, ledger } = await twoCloses();
    await close(0);
    await ledger.keepMark(SERVER, {
      mark: {
        of: { kind: 'multiple', multiple: 'P/E', caps: 'small' },
        unit: 'multiple',
        value: 24.1,
        source: 'FTSE',
        day: '1969-12-01',
        by: 'ann',
        at: 0,
      },
      isRemoved: false,
    });
    const { checklist } = await services.showChecklist(SERVER);
    const answer = checklist.answers.find(({ item }) => item === 'macro-context');
    // The clock of this test stands at the epoch, which is 31 December 1969 in New York.
    expect(answer?.facts.slice(-6)).toEqual(['P/E', 'small', 24.1, 'FTSE', '1969-12-01', 30]);
  });

  it('keeps notes beside an item for the whole event, and lists them in the history', async () => {
    const { services, close } = await twoCloses();
    const first = await close(0);
    const note = { item: 'vix-gate', by: 'ann', at: first.asOf + 1, text: 'quotes wide' } as const;
    await services.note(SERVER, note);
    await close(1);
    expect((await services.showChecklist(SERVER)).checklist.notes).toEqual([note]);
    expect(await services.pastChecklists(SERVER)).toMatchObject([
      { checklist: first.event?.id, notes: [note], decision: { asOf: expect.any(Number) } },
    ]);
  });
});
