import type { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import { canonicalJson } from '#domain/canonical-json.ts';
import type { Programme } from '#domain/signal/decision.ts';
import type { Delivery } from '#domain/delivery/delivery.ts';
import type { DeliveryLedger } from '#ports/ledger/ledger.ts';
import { DeliveryRow, insertDeliveries } from './delivery-rows.ts';
import { isOverridden } from './ratio-ledger.ts';
import { inTransaction } from './transaction.ts';

const COLUMNS = 'alert, channel, nonce, planned_at, delivery, interrupted';

const NEXT = `
  SELECT ${COLUMNS} FROM delivery WHERE state = 'due' AND not_before <= ? ORDER BY place LIMIT 1`;

const SETTLE = `
  UPDATE delivery SET state = ?, not_before = ?, delivery = ?
  WHERE key = ? AND state IN ('due', 'sending') RETURNING server, place`;

const RECLAIM = `
  UPDATE delivery
  SET state = 'due', interrupted = 1, not_before = 0,
      delivery = json_object('attempt', delivery ->> 'attempt', 'notBefore', 0, 'state', 'due')
  WHERE state = 'sending'`;

const COUNT = `
  SELECT count(*) AS planned,
         count(*) FILTER (WHERE state = 'sent') AS sent,
         count(*) FILTER (WHERE state = 'dropped') AS dropped
  FROM delivery`;

const Counts = z.object({ planned: z.int(), sent: z.int(), dropped: z.int() });

/** Alerts on their way, one row each. */
export function createDeliveryLedger(database: DatabaseSync): DeliveryLedger {
  return {
    async planDeliveries(deliveries) {
      inTransaction(database, () => insertDeliveries(database, deliveries));
    },

    async claimDelivery(now) {
      return inTransaction(database, () => {
        const row = database.prepare(NEXT).get(now);
        if (!row) {
          return undefined;
        }
        const { planned, interrupted } = DeliveryRow.parse(row);
        const attempt = planned.delivery.state === 'due' ? planned.delivery.attempt : 1;
        const delivery: Delivery = { state: 'sending', attempt, since: now };
        settle(database, planned.alert.key, delivery);
        return { planned: { ...planned, delivery }, interrupted };
      });
    },

    async nextDeliveryAt() {
      const next = database.prepare(`SELECT min(not_before) AS at FROM delivery WHERE state = 'due'`).get();
      return z.object({ at: z.number().nullable() }).parse(next).at ?? undefined;
    },

    async settleDelivery(key, delivery, adopts) {
      inTransaction(database, () => {
        const settled = settle(database, key, delivery);
        if (settled && delivery.state === 'sent' && adopts) {
          adopt(database, settled, adopts);
        }
      });
    },

    async reclaimDeliveries() {
      inTransaction(database, () => database.prepare(RECLAIM).run());
    },

    async deliveries(server, limit) {
      const rows = database
        .prepare(`SELECT ${COLUMNS} FROM delivery WHERE server = ? ORDER BY place DESC LIMIT ?`)
        .all(server, limit);
      return z
        .array(DeliveryRow)
        .parse(rows)
        .map(({ planned }) => planned);
    },

    async countDeliveries() {
      return Counts.parse(database.prepare(COUNT).get());
    },
  };
}

const SettledRow = z.object({ server: z.string(), place: z.int() });

/** Gives the server and the delivery's place, or `undefined` where there is nothing left to settle. */
function settle(
  database: DatabaseSync,
  key: string,
  delivery: Delivery,
): z.output<typeof SettledRow> | undefined {
  const notBefore = delivery.state === 'due' ? delivery.notBefore : 0;
  const row = database.prepare(SETTLE).get(delivery.state, notBefore, canonicalJson(delivery), key);
  return row && SettledRow.parse(row);
}

function adopt(
  database: DatabaseSync,
  { server, place }: z.output<typeof SettledRow>,
  programme: Programme,
): void {
  if (isOverridden(database, server, place)) {
    return;
  }
  const update = database.prepare('UPDATE memory SET programme = ? WHERE server = ?');
  if (update.run(canonicalJson(programme), server).changes === 0) {
    throw new Error(`${server} has no memory that could adopt a step`);
  }
}
