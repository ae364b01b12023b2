import { canonicalJson } from '#domain/canonical-json.ts';
import type { RatioOverride } from '#domain/hedge/ratio-override.ts';
import type { Memory } from '#domain/signal/decision.ts';
import type { OrderRecord, OrderWrite } from '#domain/hedge/order-record.ts';
import type { OrderLedger } from '#ports/ledger/order-ledger.ts';
import { type BookCount, raiseBook, readBook, readCount, writeBook } from './book-rows.ts';
import { insertMemory, readMemory, replaceMemory } from './memory-rows.ts';
import { type OrderBook, raiseOrderBook, readOrderBook, readOrders, writeOrders } from './order-rows.ts';
import { compareAndSet, type StoreDatabase, type StoreTransaction } from './store-database.ts';

type Reader = StoreTransaction | StoreDatabase['db'];

/** What was read, and which writing of each part that was. */
type Versioned = {
  readonly record: OrderRecord;
  readonly count: BookCount;
  readonly orderBook: OrderBook;
  /** Absent where the server remembers nothing yet. */
  readonly memoryVersion?: number;
};

/** Step orders, written together with the book and the multiplier that they move. */
export function createOrderLedger(database: StoreDatabase): OrderLedger {
  return {
    async serversWithOrders() {
      const rows = await database.db
        .selectFrom('step_order')
        .select('server')
        .distinct()
        .where('is_open', '=', 1)
        .orderBy('server')
        .execute();
      return rows.map(({ server }) => server);
    },

    async orderRecord(server) {
      return (await database.transaction((trx) => readRecord(trx, server))).record;
    },

    async changeOrders(server, interaction, act) {
      return compareAndSet(database, async (trx) => {
        const versioned = await readRecord(trx, server);
        const isRepeated = interaction !== undefined && (await isKnown(trx, server, interaction));
        const { write, result } = act(versioned.record, isRepeated);
        if (write && !isRepeated) {
          await writeRecord(trx, { server, write, interaction }, versioned);
        }
        return result;
      });
    },
  };
}

async function readRecord(trx: StoreTransaction, server: string): Promise<Versioned> {
  const orderBook = await readOrderBook(trx, server);
  const count = await readCount(trx, { server });
  const before = await readMemory(trx, server);
  return {
    record: {
      server,
      ...(before && { memory: before.memory }),
      book: await readBook(trx, { server }, count),
      orders: await readOrders(trx, server),
      loose: orderBook.loose,
    },
    count,
    orderBook,
    ...(before && { memoryVersion: before.version }),
  };
}

async function isKnown(db: Reader, server: string, interaction: string): Promise<boolean> {
  const row = await db
    .selectFrom('order_act')
    .select('interaction')
    .where('server', '=', server)
    .where('interaction', '=', interaction)
    .executeTakeFirst();
  return row !== undefined;
}

type Writing = {
  readonly server: string;
  readonly write: OrderWrite;
  readonly interaction: string | undefined;
};

async function writeRecord(
  trx: StoreTransaction,
  { server, write, interaction }: Writing,
  { count, orderBook, memoryVersion }: Versioned,
): Promise<void> {
  const { memory, override, book, orders = [], loose = orderBook.loose } = write;
  await raiseOrderBook(trx, server, { ...orderBook, loose });
  if (book && book.lots.length + book.events.length + book.proposals.length > 0) {
    await writeBook(trx, { server }, book, count);
  } else if (count.version > 0) {
    // What is held decides what is written, so it must still be what was read.
    await raiseBook(trx, { server, member: '' }, count, count.revision);
  }
  if (memory) {
    await writeMemoryAt(trx, server, { memory, version: memoryVersion });
  }
  await writeOrders(trx, server, orders);
  if (override) {
    await insertOverride(trx, server, override);
  }
  if (interaction !== undefined) {
    await trx.insertInto('order_act').values({ server, interaction }).execute();
  }
}

async function writeMemoryAt(
  trx: StoreTransaction,
  server: string,
  { memory, version }: { readonly memory: Memory; readonly version: number | undefined },
): Promise<void> {
  if (version === undefined) {
    await insertMemory(trx, server, memory);
  } else {
    await replaceMemory(trx, server, { memory, version });
  }
}

/** A step that was planned before it and is posted later does not count any more. */
async function insertOverride(trx: StoreTransaction, server: string, override: RatioOverride): Promise<void> {
  const last = await trx
    .selectFrom('delivery')
    .select(({ fn }) => fn.max('place').as('place'))
    .executeTakeFirst();
  await trx
    .insertInto('ratio_override')
    .values({ server, after_delivery: last?.place ?? 0, entry: canonicalJson(override) })
    .execute();
}
