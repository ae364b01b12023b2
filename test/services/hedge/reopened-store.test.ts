import { expect, it } from 'vitest';
import { thresholds } from '#config/thresholds.ts';
import { openStore, type Store } from '#adapters/store/open-store.ts';
import { bindHoldings } from '#services/book/index.ts';
import { recordFill } from '#services/hedge/record-fill.ts';
import { showOrders } from '#services/hedge/show-orders.ts';
import { CALENDAR } from '#test/support/book/book-desk.ts';
import { aCall, aCondor, addedEvent, booked, NOON, STEWARD } from '#test/support/book/lots.ts';
import { BUY, OPEN, SERVER } from '#test/support/book/order-desk.ts';
import { dotRenderer } from '#test/support/engine/dot-renderer.ts';
import { temporaryFolder } from '#test/support/process/temporary-folder.ts';

/** The acts on orders over a store that may have been opened before. */
function actsOver({ ledger, settings }: Store) {
  const parts = { calendar: CALENDAR, ledger, settings, marketClock: { now: () => NOON } };
  const log = { error: () => undefined };
  const deps = { ...parts, ...bindHoldings({ ...parts, charts: dotRenderer, log }) };
  return {
    fill: (interaction: string) =>
      recordFill(deps, { server: SERVER, by: STEWARD, interaction, text: BUY, isConfirmed: true }),
    seen: async () => ({
      orders: await showOrders(deps, SERVER),
      record: await ledger.orderRecord(SERVER),
    }),
  };
}

it('a store that is opened anew between two fills of an order has changed nothing, and the second counts once', async () => {
  const folder = await temporaryFolder();
  const first = await openStore(folder, thresholds);
  const lots = [aCondor(), aCall({ quantity: 8 })];
  await first.ledger.changeOrders(SERVER, undefined, () => ({
    write: {
      book: {
        lots: lots.map((lot) => booked(lot)),
        events: lots.map((lot) => addedEvent(lot)),
        proposals: [],
      },
      orders: [OPEN],
    },
    result: undefined,
  }));
  const before = actsOver(first);
  expect(await before.fill('i1')).toMatchObject({ kind: 'recorded', report: { filled: 0.64 } });
  const seen = await before.seen();
  await first.close();

  const second = await openStore(folder, thresholds);
  const after = actsOver(second);
  expect(await after.seen()).toEqual(seen);
  expect(await after.fill('i1')).toMatchObject({ isRepeated: true, report: { filled: 0.64 } });
  expect(await after.fill('i2')).toMatchObject({ isRepeated: false, report: { filled: 0.68 } });
  await second.close();

  const third = await openStore(folder, thresholds);
  const last = actsOver(third);
  expect(await last.fill('i2')).toMatchObject({ isRepeated: true, order: { end: { how: 'done' } } });
  const { record } = await last.seen();
  expect(record.orders[0]?.fills.map(({ id, each }) => [id, each])).toEqual([
    ['i1', 0.04],
    ['i2', 0.04],
  ]);
  expect(record.book.open.map(({ lot }) => lot.quantity)).toEqual([10, 8, 1, 1]);
  await third.close();
});
