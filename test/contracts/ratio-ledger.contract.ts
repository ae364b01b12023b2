import { beforeEach, describe, expect, it } from 'vitest';
import type { Memory, Programme } from '#domain/signal/decision.ts';
import type { RatioOverride } from '#domain/hedge/ratio-override.ts';
import { initialMemory } from '#engine/decision/evaluate.ts';
import type { Ledger } from '#ports/ledger/ledger.ts';
import { CLOSE_OF_2014_09_23, aDecision, someSettings } from '#test/support/engine/decision.ts';
import { SERVER, STEP, deliveryOf, recordedOf } from '#test/support/ledger/ledger-entries.ts';

const OTHER = '100000000000000009';
const MEMORY: Memory = initialMemory(someSettings());

const override = (to: number): RatioOverride => ({
  from: 0.6,
  to,
  by: '7',
  at: CLOSE_OF_2014_09_23,
  why: 'a desk decision',
});

const programme = (to: number): Programme => ({ ratio: to, upUsed: 0, byHand: override(to) });

/** What every ledger of ratios that were set by hand must keep, whatever stands behind it. */
export function describeRatioLedger(name: string, open: () => Promise<Ledger>): void {
  describe(`${name} as a ledger of ratios set by hand`, () => {
    let ledger: Ledger;
    beforeEach(async () => {
      ledger = await open();
    });

    const set = (to: number): Promise<RatioOverride> =>
      ledger.changeOrders(SERVER, undefined, ({ memory = MEMORY }) => ({
        write: { memory: { ...memory, programme: programme(to) }, override: override(to) },
        result: override(to),
      }));

    it('sets the programme of a server that remembers nothing yet, and of no other', async () => {
      expect(await set(0.7)).toEqual(override(0.7));
      expect(await ledger.memory(SERVER)).toEqual({ ...MEMORY, programme: programme(0.7) });
      expect(await ledger.memory(OTHER)).toBeUndefined();
    });

    it('leaves the rest of what a server remembers as it is', async () => {
      const decision = aDecision({ memory: { ...MEMORY, state: 'WATCH' } });
      await ledger.record({ recorded: recordedOf(decision), deliveries: [] });
      await set(0.65);
      expect(await ledger.memory(SERVER)).toMatchObject({ state: 'WATCH', programme: programme(0.65) });
    });

    it('keeps every one of them, newest first', async () => {
      await set(0.7);
      await set(0.65);
      expect(await ledger.ratioOverrides(SERVER, 5)).toEqual([override(0.65), override(0.7)]);
      expect(await ledger.ratioOverrides(SERVER, 1)).toEqual([override(0.65)]);
      expect(await ledger.ratioOverrides(OTHER, 5)).toEqual([]);
    });

    it('writes nothing if the act refuses', async () => {
      const refused = ledger.changeOrders(SERVER, undefined, () => {
        throw new Error('no');
      });
      await expect(refused).rejects.toThrow('no');
      expect(await ledger.memory(SERVER)).toBeUndefined();
      expect(await ledger.ratioOverrides(SERVER, 5)).toEqual([]);
    });

    it('adopts no step that was planned before somebody set the ratio, and every later one', async () => {
      const sent = { state: 'sent', at: 1, messageId: '1' } as const;
      await ledger.record({ recorded: recordedOf(aDecision()), deliveries: [deliveryOf('early')] });
      await set(0.65);
      await ledger.settleDelivery(`${SERVER}/early`, sent, { programme: STEP });
      expect((await ledger.memory(SERVER))?.programme).toEqual(programme(0.65));

      await ledger.planDeliveries([deliveryOf('late')]);
      await ledger.settleDelivery(`${SERVER}/late`, sent, { programme: STEP });
      expect((await ledger.memory(SERVER))?.programme).toEqual(STEP);
    });

    it('gives each decision with how the hedge stood beside it, newest first', async () => {
      const first = recordedOf(aDecision({ id: 'first' }));
      const second = recordedOf(aDecision({ id: 'second' }));
      await ledger.record({ recorded: first, deliveries: [] });
      await ledger.record({
        recorded: { ...second, inputs: { ...second.inputs, standing: A_STANDING } },
        deliveries: [],
      });
      expect(await ledger.reports(SERVER, 5)).toEqual([
        { decision: second.decision, report: A_STANDING },
        { decision: first.decision },
      ]);
      expect(await ledger.reports(SERVER, 1)).toHaveLength(1);
    });
  });
}

const A_STANDING = {
  mode: 'vega',
  meaning: 'multiplier',
  ratio: { known: true, value: 0.6, isPartial: false },
  condors: 4,
  rows: [],
  unvalued: [],
  isIllustration: true,
  plans: [],
  rolls: [],
  cost: { from: '2013-09-24', until: '2014-09-23', paid: 0, received: 0, net: 0, unpriced: [] },
  breakEvens: [],
} as const;
