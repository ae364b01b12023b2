import type { Selectable } from 'kysely';
import type { Alert } from '#domain/delivery/alert.ts';
import { canonicalJson } from '#domain/canonical-json.ts';
import type { Delivery } from '#domain/delivery/delivery.ts';
import { StoredRowDamaged } from '#domain/problem.ts';
import type { AdoptedStep, DeliveryLedger, PlannedDelivery } from '#ports/ledger/ledger.ts';
import { writeProgramme } from './memory-rows.ts';
import { openStepOrder } from './order-rows.ts';
import { alertSchema, deliverySchema } from '#adapters/store/schemas/alert-schemas.ts';
import { compareAndSet, slices, type StoreDatabase, type StoreTransaction } from './store-database.ts';
import { checkedRow, storedJson } from './stored-json.ts';
import type { Tables } from './tables.ts';

type DeliveryRow = Omit<Selectable<Tables['delivery']>, 'place' | 'server'>;

const COLUMNS = [
  'key',
  'alert',
  'channel',
  'nonce',
  'planned_at',
  'state',
  'not_before',
  'attempt',
  'changed_at',
  'message',
  'reason',
  'interrupted',
] as const;

/** On the wall clock: a new alert may go at once, whatever day it is on the market clock. */
const AT_ONCE = 0;

const readAlert = storedJson<Alert>('delivery', alertSchema);

/** Alerts on their way, one row each. */
export function createDeliveryLedger(database: StoreDatabase): DeliveryLedger {
  return {
    async planDeliveries(deliveries) {
      await database.transaction((trx) => insertDeliveries(trx, deliveries));
    },

    claimDelivery: (now) => claimEarliest(database, now),

    async nextDeliveryAt() {
      const next = await database.db
        .selectFrom('delivery')
        .select(({ fn }) => fn.min('not_before').as('at'))
        .where('state', '=', 'due')
        .executeTakeFirst();
      return next?.at ?? undefined;
    },

    async settleDelivery(key, delivery, adopts) {
      await compareAndSet(database, async (trx) => {
        const settled = await settle(trx, key, delivery);
        if (settled && delivery.state === 'sent' && adopts) {
          await adopt(trx, settled, adopts);
        }
      });
    },

    async reclaimDeliveries() {
      await database.db
        .updateTable('delivery')
        .set({ state: 'due', interrupted: 1, not_before: AT_ONCE, changed_at: null })
        .where('state', '=', 'sending')
        .execute();
    },

    async deliveries(server, limit) {
      const rows = await database.db
        .selectFrom('delivery')
        .select(COLUMNS)
        .where('server', '=', server)
        .orderBy('place', 'desc')
        .limit(limit)
        .execute();
      return rows.map(plannedOf);
    },

    countDeliveries: () => countByState(database),
  };
}

async function countByState({
  db,
}: StoreDatabase): Promise<{ readonly planned: number; readonly sent: number; readonly dropped: number }> {
  const { planned, sent, dropped } = await db
    .selectFrom('delivery')
    .select(({ fn }) => [
      fn.countAll<number>().as('planned'),
      fn.countAll<number>().filterWhere('state', '=', 'sent').as('sent'),
      fn.countAll<number>().filterWhere('state', '=', 'dropped').as('dropped'),
    ])
    .executeTakeFirstOrThrow();
  return { planned, sent, dropped };
}

/** Writes new deliveries; those whose key is known are left as they are. */
export async function insertDeliveries(
  trx: StoreTransaction,
  deliveries: readonly Omit<PlannedDelivery, 'delivery'>[],
): Promise<void> {
  const first = columnsOf({ state: 'due', attempt: 1, notBefore: AT_ONCE });
  const rows = deliveries.map(({ alert, channel, nonce, plannedAt }) => {
    const { key, server } = alert;
    return { key, server, alert: canonicalJson(alert), channel, nonce, planned_at: plannedAt, ...first };
  });
  for (const slice of slices(rows)) {
    await trx
      .insertInto('delivery')
      .values(slice)
      .onConflict((conflict) => conflict.column('key').doNothing())
      .execute();
  }
}

/** Drops what was planned for a server and has surely not left: what was never tried. */
export async function dropUnsent(
  trx: StoreTransaction,
  server: string,
  { reason, at }: { readonly reason: string; readonly at: number },
): Promise<void> {
  await trx
    .updateTable('delivery')
    .set({ state: 'dropped', not_before: 0, changed_at: at, reason })
    .where('server', '=', server)
    .where('state', '=', 'due')
    .where('interrupted', '=', 0)
    .where('attempt', '=', 1)
    .where('not_before', '=', AT_ONCE)
    .execute();
}

async function claimEarliest(
  database: StoreDatabase,
  now: number,
): Promise<{ planned: PlannedDelivery; interrupted: boolean } | undefined> {
  for (;;) {
    const row = await markSending(database, now);
    if (row) {
      try {
        return { planned: plannedOf(row), interrupted: row.interrupted !== 0 };
      } catch (error) {
        // A row that cannot be read must not stand in the way of all others.
        await dropDamaged(database, row.key, now, error);
      }
    } else if (!(await hasDue(database, now))) {
      return undefined;
    }
  }
}

/** The earliest that may go, from now on under way; `undefined` also where another process was quicker. */
async function markSending({ db }: StoreDatabase, now: number): Promise<DeliveryRow | undefined> {
  return db
    .updateTable('delivery')
    .set({ state: 'sending', changed_at: now })
    .where('place', '=', (eb) =>
      eb
        .selectFrom('delivery')
        .select('place')
        .where('state', '=', 'due')
        .where('not_before', '<=', now)
        .orderBy('place')
        .limit(1),
    )
    .where('state', '=', 'due')
    .returning(COLUMNS)
    .executeTakeFirst();
}

async function hasDue({ db }: StoreDatabase, now: number): Promise<boolean> {
  const row = await db
    .selectFrom('delivery')
    .select('place')
    .where('state', '=', 'due')
    .where('not_before', '<=', now)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

async function dropDamaged({ db }: StoreDatabase, key: string, at: number, error: unknown): Promise<void> {
  if (!(error instanceof StoredRowDamaged)) {
    throw error;
  }
  const columns = columnsOf({ state: 'dropped', at, reason: error.message });
  await db.updateTable('delivery').set(columns).where('key', '=', key).execute();
}

type SettledRow = Pick<Selectable<Tables['delivery']>, 'server' | 'place' | 'planned_at'>;

/** Gives the server and the delivery's place, or `undefined` where there is nothing left to settle. */
async function settle(
  trx: StoreTransaction,
  key: string,
  delivery: Delivery,
): Promise<SettledRow | undefined> {
  return trx
    .updateTable('delivery')
    .set(columnsOf(delivery))
    .where('key', '=', key)
    .where('state', 'in', ['due', 'sending'])
    .returning(['server', 'place', 'planned_at'])
    .executeTakeFirst();
}

/** A ratio that was set by hand since the delivery was planned stays, and no order is opened past it. */
async function adopt(
  trx: StoreTransaction,
  { server, place, planned_at: at }: SettledRow,
  { programme, order }: AdoptedStep,
): Promise<void> {
  // The version is read before the question whether it may be written, so that the answer still holds when it is.
  const memory = await trx
    .selectFrom('memory')
    .select('version')
    .where('server', '=', server)
    .executeTakeFirst();
  const later = await trx
    .selectFrom('ratio_override')
    .select('place')
    .where('server', '=', server)
    .where('after_delivery', '>=', place)
    .limit(1)
    .executeTakeFirst();
  if (later) {
    return;
  }
  if (!memory) {
    throw new Error(`${server} has no memory that could adopt a step`);
  }
  await writeProgramme(trx, server, { programme, version: memory.version });
  await openStepOrder(trx, server, { at, ...(order && { draft: order }) });
}

type Columns = Partial<Pick<DeliveryRow, 'attempt'>> &
  Pick<DeliveryRow, 'state' | 'not_before' | 'changed_at' | 'message' | 'reason'>;

function columnsOf(delivery: Delivery & { readonly state: 'due' }): Columns & Pick<DeliveryRow, 'attempt'>;
function columnsOf(delivery: Delivery): Columns;
function columnsOf(delivery: Delivery): Columns {
  const none = { not_before: 0, changed_at: null, message: null, reason: null };
  const { state } = delivery;
  switch (delivery.state) {
    case 'due':
      return { ...none, state, attempt: delivery.attempt, not_before: delivery.notBefore };
    case 'sending':
      return { ...none, state, attempt: delivery.attempt, changed_at: delivery.since };
    case 'sent':
      return { ...none, state, changed_at: delivery.at, message: delivery.messageId };
    case 'dropped':
      return { ...none, state, changed_at: delivery.at, reason: delivery.reason };
  }
}

function plannedOf(row: DeliveryRow): PlannedDelivery {
  const { key, alert, channel, nonce } = row;
  return {
    alert: readAlert(alert, key),
    channel,
    nonce,
    plannedAt: row.planned_at,
    delivery: checkedRow<Delivery>('delivery', deliverySchema, key, deliveryOf(row)),
  };
}

function deliveryOf({ state, attempt, not_before, changed_at, message, reason }: DeliveryRow): unknown {
  switch (state) {
    case 'due':
      return { state, attempt, notBefore: not_before };
    case 'sending':
      return { state, attempt, since: changed_at };
    case 'sent':
      return { state, at: changed_at, messageId: message };
    case 'dropped':
      return { state, at: changed_at, reason };
  }
}
