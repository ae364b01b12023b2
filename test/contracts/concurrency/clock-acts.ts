import { expect } from 'vitest';
import type { DueWork } from '#domain/releases/due-work.ts';
import type { Ledger } from '#ports/ledger/ledger.ts';
import { aDecision } from '#test/support/engine/decision.ts';
import { deliveryOf, recordedOf, SERVER, STEP } from '#test/support/ledger/ledger-entries.ts';
import { count, distinct, together, TWENTY, type Prove } from './twenty-at-once.ts';

const DONE = { state: 'done', at: 1, late: false } as const;

const piece = (place: number): DueWork => ({
  id: `w${place}`,
  kind: 'close',
  session: '2014-09-23',
  dueAt: 100 + place,
  validUntil: 1_000,
});

const claimedWork = async (ledger: Ledger): Promise<void> => {
  await ledger.plan(TWENTY.map(piece));
  await ledger.claimBacklog(1_000, { least: 1, most: 20 });
};

const deliveries = (from: number) => TWENTY.map((place) => deliveryOf(`d${from + place}`));

/** What the clock asks for: work, decisions and alerts. */
export const clockActs = {
  async plan(ledger: Ledger) {
    await together((place) => ledger.plan([piece(0), piece(place)]));
    expect((await ledger.work(0, 1_000)).map(({ work }) => work)).toEqual(TWENTY.map(piece));
  },

  async claimWork(ledger: Ledger) {
    await ledger.plan(TWENTY.map(piece));
    const claimed = await together(() => ledger.claimWork(1_000));
    expect(distinct(claimed.map((work) => work?.id))).toBe(20);
    expect(claimed).not.toContain(undefined);
    expect(await ledger.claimWork(1_000)).toBeUndefined();
  },

  async claimBacklog(ledger: Ledger) {
    await ledger.plan(Array.from({ length: 40 }, (_, place) => piece(place)));
    const claimed = (await together(() => ledger.claimBacklog(1_000, { least: 1, most: 2 }))).flat();
    expect(distinct(claimed.map(({ id }) => id))).toBe(claimed.length);
    const rest = await ledger.claimBacklog(1_000, { least: 0, most: 40 });
    expect(claimed.length + rest.length).toBe(40);
  },

  async settleWork(ledger: Ledger) {
    await claimedWork(ledger);
    await together((place) => ledger.settleWork(`w${place}`, DONE));
    expect((await ledger.work(0, 1_000)).map(({ status }) => status)).toEqual(TWENTY.map(() => DONE));
  },

  async settleAll(ledger: Ledger) {
    await claimedWork(ledger);
    await together((place) => ledger.settleAll(new Map([[`w${place}`, DONE]])));
    expect((await ledger.work(0, 1_000)).map(({ status }) => status)).toEqual(TWENTY.map(() => DONE));
  },

  async reclaimWork(ledger: Ledger) {
    await claimedWork(ledger);
    await together(() => ledger.reclaimWork());
    expect(await ledger.claimBacklog(1_000, { least: 1, most: 40 })).toHaveLength(20);
  },

  async record(ledger: Ledger) {
    const entry = { recorded: recordedOf(aDecision()), deliveries: [deliveryOf('a')] };
    const answers = await together(() => ledger.record(entry));
    expect(count(answers, 'recorded')).toBe(1);
    expect(count(answers, 'already')).toBe(19);
    expect(await ledger.decisions(SERVER, 50)).toHaveLength(1);
    expect(await ledger.deliveries(SERVER, 50)).toHaveLength(1);
    const others = await together((place) =>
      ledger.record({ recorded: recordedOf(aDecision({ id: `d${place}` })), deliveries: [] }),
    );
    expect(count(others, 'recorded')).toBe(20);
    expect(await ledger.decisions(SERVER, 50)).toHaveLength(21);
  },

  async planDeliveries(ledger: Ledger) {
    await together((place) => ledger.planDeliveries([deliveryOf('same'), deliveryOf(`${place}`)]));
    expect(await ledger.countDeliveries()).toEqual({ planned: 21, sent: 0, dropped: 0 });
  },

  async claimDelivery(ledger: Ledger) {
    await ledger.planDeliveries(deliveries(0));
    const claimed = await together(() => ledger.claimDelivery(1));
    expect(distinct(claimed.map((each) => each?.planned.alert.key))).toBe(20);
    expect(claimed).not.toContain(undefined);
    expect(await ledger.claimDelivery(1)).toBeUndefined();
  },

  async settleDelivery(ledger: Ledger) {
    await ledger.record({ recorded: recordedOf(aDecision()), deliveries: deliveries(0) });
    await together((place) =>
      ledger.settleDelivery(
        `${SERVER}/d${place}`,
        { state: 'sent', at: 1, messageId: 'm' },
        { programme: STEP },
      ),
    );
    await together((place) =>
      ledger.settleDelivery(`${SERVER}/d0`, { state: 'dropped', at: place, reason: 'late' }),
    );
    expect(await ledger.countDeliveries()).toEqual({ planned: 20, sent: 20, dropped: 0 });
    expect((await ledger.memory(SERVER))?.programme).toEqual(STEP);
  },

  async reclaimDeliveries(ledger: Ledger) {
    await ledger.planDeliveries(deliveries(0));
    await together(() => ledger.claimDelivery(1));
    await together(() => ledger.reclaimDeliveries());
    const claimed = await together(() => ledger.claimDelivery(1));
    expect(distinct(claimed.map((each) => each?.planned.alert.key))).toBe(20);
    expect(claimed.every((each) => each?.interrupted)).toBe(true);
  },

  async saveReplayPosition(ledger: Ledger) {
    await together((place) => ledger.saveReplayPosition('2014-09-17', place));
    const position = await ledger.replayPosition();
    expect(position?.episode).toBe('2014-09-17');
    expect(TWENTY).toContain(position?.instant);
  },
} satisfies Readonly<Record<string, Prove>>;
