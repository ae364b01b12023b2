import type { OrderEnd, StepOrder } from '#domain/hedge/step-order.ts';

type Cancellation = Omit<Extract<OrderEnd, { how: 'cancelled' }>, 'how'>;

/** The open order as it is once it is cancelled; empty where none is open. What was asked stays as it is. */
export function cancelOpen(orders: readonly StepOrder[], cancellation: Cancellation): readonly StepOrder[] {
  return orders
    .filter((order) => !order.end)
    .map((order) => ({ ...order, end: { how: 'cancelled', ...cancellation } }));
}

/**
 * The open order once a close has passed: expired after its validity, and cancelled where it buys and the late gate
 * holds at that close.
 *
 * @param isLate - whether the VIX is past the late level or up too far at the close
 * @returns empty where it goes on as it is, and where none is open
 */
export function endAtClose(
  orders: readonly StepOrder[],
  { at, isLate }: { readonly at: number; readonly isLate: boolean },
): readonly StepOrder[] {
  const open = orders.filter((order) => !order.end);
  const expired = open.filter(({ validUntil }) => at >= validUntil);
  if (expired.length > 0) {
    return expired.map((order) => ({ ...order, end: { how: 'expired', at: order.validUntil } }));
  }
  return isLate
    ? cancelOpen(
        open.filter(({ side, reason }) => side === 'buy' && reason === 'step'),
        { at, why: 'late-gate' },
      )
    : [];
}
