import { canonicalJson } from '#domain/canonical-json.ts';
import { orderId } from '#domain/hedge/order-id.ts';
import type { OrderEnd, StepOrder } from '#domain/hedge/step-order.ts';
import type { AdoptedStep } from '#ports/ledger/ledger.ts';
import { stepOrderSchema } from '#adapters/store/schemas/order-schemas.ts';
import { type StoreDatabase, type StoreTransaction, WriteConflict } from './store-database.ts';
import { storedJson } from './stored-json.ts';

type DraftFrom = NonNullable<AdoptedStep['order']>;

const readOrder = storedJson<StepOrder>('step_order', stepOrderSchema);

/** Newest first. */
export async function readOrders(
  db: StoreTransaction | StoreDatabase['db'],
  server: string,
): Promise<readonly StepOrder[]> {
  const rows = await db
    .selectFrom('step_order')
    .select(['id', 'step_order'])
    .where('server', '=', server)
    .orderBy('place', 'desc')
    .execute();
  return rows.map(({ id, step_order }) => readOrder(step_order, `${server}/${id}`));
}

/** As they are from now on, those whose id is new last. */
export async function writeOrders(
  trx: StoreTransaction,
  server: string,
  orders: readonly StepOrder[],
): Promise<void> {
  for (const order of orders) {
    const row = { is_open: order.end ? 0 : 1, step_order: canonicalJson(order) };
    await trx
      .insertInto('step_order')
      .values({ server, id: order.id, ...row })
      .onConflict((conflict) => conflict.columns(['server', 'id']).doUpdateSet(row))
      .execute();
  }
}

/** What a server's orders are written against. */
export type OrderBook = { readonly loose: number; readonly version: number };

export async function readOrderBook(
  db: StoreTransaction | StoreDatabase['db'],
  server: string,
): Promise<OrderBook> {
  const row = await db
    .selectFrom('order_book')
    .select(['loose', 'version'])
    .where('server', '=', server)
    .executeTakeFirst();
  return row ?? { loose: 0, version: 0 };
}

/** Counts a write of a server's orders, if they are still those that were read. @throws WriteConflict */
export async function raiseOrderBook(
  trx: StoreTransaction,
  server: string,
  { loose, version }: OrderBook,
): Promise<void> {
  await trx
    .insertInto('order_book')
    .values({ server, loose: 0, version: 0 })
    .onConflict((conflict) => conflict.column('server').doNothing())
    .execute();
  const row = await trx
    .updateTable('order_book')
    .set({ loose, version: version + 1 })
    .where('server', '=', server)
    .where('version', '=', version)
    .returning('version')
    .executeTakeFirst();
  if (!row) {
    throw new WriteConflict();
  }
}

/**
 * Opens the order of a step that is adopted, in the same transaction: the one that is open makes way for it. Without a
 * draft the open one ends all the same, because what it led to is no longer asked.
 *
 * @param at - epoch milliseconds (UTC), market clock
 * @param draft - what opens, by the orders as they are now; nothing where it or its answer is absent
 */
export async function openStepOrder(
  trx: StoreTransaction,
  server: string,
  { draft: draftFrom, at }: { readonly draft?: DraftFrom; readonly at: number },
): Promise<void> {
  const book = await readOrderBook(trx, server);
  const orders = await readOrders(trx, server);
  const id = orderId(server, orders.length + 1);
  const draft = draftFrom?.(orders);
  const end: OrderEnd = draft
    ? { how: 'replaced', at, successor: id }
    : { how: 'cancelled', at, why: 'multiplier-changed' };
  const ended = orders.filter((order) => !order.end).map((order) => ({ ...order, end }));
  const opened: readonly StepOrder[] = draft ? [{ ...draft, id, openedAt: at, fills: [] }] : [];
  if (ended.length + opened.length > 0) {
    await raiseOrderBook(trx, server, book);
    await writeOrders(trx, server, [...ended, ...opened]);
  }
}
