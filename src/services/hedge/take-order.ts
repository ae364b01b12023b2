import type { TakeAnswer } from '#domain/hedge/order-answer.ts';
import type { OrderWrite } from '#domain/hedge/order-record.ts';
import { openOrderOf, type OrderDeps, orderTerms } from './order-deps.ts';

type Taken = { readonly write?: OrderWrite; readonly result: TakeAnswer };

/** A steward is on it: whoever presses first. Everybody after is told who. */
export async function takeOrder(
  deps: OrderDeps,
  { server, by, order: id }: { readonly server: string; readonly by: string; readonly order: string },
): Promise<TakeAnswer> {
  const { terms } = await orderTerms(deps, server);
  return deps.ledger.changeOrders(server, undefined, (record): Taken => {
    const order = openOrderOf(record, id);
    if ('kind' in order) {
      return { result: order };
    }
    if (order.takenBy) {
      return { result: { kind: 'taken', order, takenBy: order.takenBy } };
    }
    const taken = { ...order, takenBy: { by, at: terms.now } };
    return {
      write: { orders: [taken] },
      result: { kind: 'taken', order: taken, takenBy: taken.takenBy },
    };
  });
}
