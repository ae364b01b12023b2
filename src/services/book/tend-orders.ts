import type { OrderReport } from '#domain/hedge/order-report.ts';
import type { Decision } from '#domain/signal/decision.ts';
import { cancelOpen, endAtClose } from '#engine/plan/end-orders.ts';
import { orderReport } from '#engine/plan/order-report.ts';
import { afterwards } from '#engine/plan/settle-order.ts';
import type { OrderLedger } from '#ports/ledger/order-ledger.ts';
import type { SettingsStore } from '#ports/ledger/settings-store.ts';

type TendDeps = {
  readonly ledger: Pick<OrderLedger, 'changeOrders'>;
  readonly settings: Pick<SettingsStore, 'read'>;
};

/**
 * Where a server's book stands beside what its rules ask, at a decision. At an official close an order whose time is up
 * expires, and one that buys is cancelled where the late gate holds; what was asked stays. One that
 * measures the other meaning of the multiplier is cancelled.
 *
 * The book must have been rid of what has settled by then.
 */
export async function tendOrders(
  { ledger, settings: store }: TendDeps,
  server: string,
  { evaluation, standDown, asOf: at }: Pick<Decision, 'evaluation' | 'standDown' | 'asOf'>,
): Promise<OrderReport> {
  const { settings } = await store.read(server);
  const isLate = standDown.some((reason) => reason !== 'fomc');
  return ledger.changeOrders(server, undefined, (record) => {
    const switched = cancelOpen(
      record.orders.filter(({ meaning }) => meaning !== settings['ratio.meaning']),
      { at, why: 'meaning-switched' },
    );
    const isClose = evaluation.kind === 'official' && switched.length === 0;
    const ended = isClose ? endAtClose(record.orders, { at, isLate }) : switched;
    return {
      ...(ended.length > 0 && { write: { orders: ended } }),
      result: orderReport(afterwards(record, ended), settings),
    };
  });
}
