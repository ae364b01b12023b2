import type { Ledger } from '#ports/ledger/ledger.ts';
import { expect } from 'vitest';
import { initialMemory } from '#engine/decision/evaluate.ts';
import { aCondor, addedEvent, aProposal, booked } from '#test/support/book/lots.ts';
import { anOrder } from '#test/support/book/orders.ts';
import { aDecision, someSettings } from '#test/support/engine/decision.ts';
import { deliveryOf, recordedOf, SERVER } from '#test/support/ledger/ledger-entries.ts';
import { distinct, together, TWENTY, type Prove } from './twenty-at-once.ts';

const OTHER = '100000000000000009';

const BOOK = { server: SERVER };

const MEMORY = initialMemory(someSettings());

const rateMark = (value: number) =>
  ({ of: { kind: 'rate' }, unit: 'rate', value, by: 'ann', at: 1 }) as const;

const deliveries = (from: number) => TWENTY.map((place) => deliveryOf(`d${from + place}`));

/** What belongs to one server: its book, checklist, marks, scores and ratio. */
export const serverActs = {
  async mark(ledger: Ledger) {
    const marked = await together((place) =>
      ledger.mark(SERVER, 'event', { item: 'vix-gate', by: `${place}`, at: 1 }, true),
    );
    expect(marked.every((ticks) => ticks.length === 1)).toBe(true);
    expect(distinct(marked.map(([tick]) => tick?.by))).toBe(1);
    await together(() => ledger.mark(SERVER, 'event', { item: 'vix-gate', by: '1', at: 1 }, false));
    expect(await ledger.ticks(SERVER, 'event')).toEqual([]);
  },

  async addNote(ledger: Ledger) {
    await together((place) =>
      ledger.addNote(SERVER, 'event', { item: 'vix-gate', by: 'ann', at: place, text: `${place}` }),
    );
    expect(distinct((await ledger.notes(SERVER, 'event')).map(({ text }) => text))).toBe(20);
  },

  async changeBook(ledger: Ledger) {
    const ids = await together(() =>
      ledger.changeBook(BOOK, ({ open, revision }) => {
        const lot = aCondor({ id: `C${open.length + 1}` });
        const [entry, event] = [booked(lot), addedEvent(lot, { revision: revision + 1 })];
        return { write: { lots: [entry], events: [event], proposals: [] }, result: lot.id };
      }),
    );
    expect(distinct(ids)).toBe(20);
    expect(await ledger.openLots(BOOK)).toMatchObject({ revision: 20, open: { length: 20 } });
    expect(distinct((await ledger.bookEvents(BOOK, 50)).map(({ revision }) => revision))).toBe(20);
    const proposed = await together(() =>
      ledger.changeBook(BOOK, ({ proposalsMade }) => {
        const proposal = aProposal({ id: `P${proposalsMade + 1}` });
        return { write: { lots: [], events: [], proposals: [proposal] }, result: proposal.id };
      }),
    );
    expect(distinct(proposed)).toBe(20);
    expect(await ledger.proposals(SERVER, 50)).toHaveLength(20);
  },

  async noteDeparture(ledger: Ledger) {
    await ledger.planDeliveries(deliveries(0));
    await together(() => ledger.noteDeparture(SERVER, { at: 7, reason: 'gone' }));
    expect(await ledger.departures()).toEqual([{ server: SERVER, at: 7 }]);
    expect((await ledger.countDeliveries()).dropped).toBe(20);
  },

  async noteReturn(ledger: Ledger) {
    await ledger.noteDeparture(SERVER, { at: 7, reason: 'gone' });
    await together(() => ledger.noteReturn(SERVER));
    expect(await ledger.departures()).toEqual([]);
  },

  async forgetServer(ledger: Ledger) {
    for (const server of [SERVER, OTHER]) {
      await ledger.record({
        recorded: recordedOf(aDecision(), server),
        deliveries: [deliveryOf('a', server)],
      });
    }
    await together(() => ledger.forgetServer(SERVER));
    expect(await ledger.decisions(SERVER, 5)).toEqual([]);
    expect(await ledger.decision(OTHER, aDecision().id)).toEqual(recordedOf(aDecision(), OTHER));
    expect(await ledger.deliveries(OTHER, 5)).toHaveLength(1);
  },

  async keepMark(ledger: Ledger) {
    await together((place) => ledger.keepMark(SERVER, { mark: rateMark(place), isRemoved: false }));
    expect(distinct((await ledger.markHistory(SERVER, 50)).map(({ mark }) => mark.value))).toBe(20);
    expect(await ledger.manualMarks(SERVER)).toHaveLength(1);
  },

  async keepScores(ledger: Ledger) {
    const score = {
      decisionId: 'a',
      session: '2014-09-23',
      step: 0.1,
      horizon: 1,
      until: '2014-09-24',
    } as const;
    const came = { vixChange: 1, spxReturn: 1, relative: 1, drawdown: 0, right: true };
    await together((place) => ledger.keepScores(SERVER, [{ ...score, ...came, vixChange: place }]));
    expect(await ledger.scores(SERVER)).toHaveLength(1);
  },

  async changeOrders(ledger: Ledger) {
    await together((place) =>
      ledger.changeOrders(SERVER, `${place}`, ({ memory = MEMORY, orders, loose }) => {
        const from = memory.programme.ratio;
        const override = { from, to: from + 1, by: `${place}`, at: 1, why: 'a desk decision' };
        const programme = { ratio: from + 1, upUsed: 0, byHand: override };
        const order = anOrder({ id: `O${orders.length + 1}` });
        const write = { memory: { ...memory, programme }, override, orders: [order], loose: loose + 1 };
        return { write, result: order.id };
      }),
    );
    const { ratio } = MEMORY.programme;
    expect((await ledger.memory(SERVER))?.programme.ratio).toBe(ratio + 20);
    const steps = (await ledger.ratioOverrides(SERVER, 50)).toReversed();
    expect(steps.map(({ from }) => from)).toEqual(TWENTY.map((place) => ratio + place));
    const { orders, loose } = await ledger.orderRecord(SERVER);
    expect(distinct(orders.map(({ id }) => id))).toBe(20);
    expect(loose).toBe(20);
    await together(() =>
      ledger.changeOrders(SERVER, 'pressed', (record) => ({
        write: { loose: record.loose + 1 },
        result: undefined,
      })),
    );
    expect((await ledger.orderRecord(SERVER)).loose).toBe(21);
  },
} satisfies Readonly<Record<string, Prove>>;
