import type { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import type { Alert } from '#domain/delivery/alert.ts';
import { canonicalJson } from '#domain/canonical-json.ts';
import type { Delivery } from '#domain/delivery/delivery.ts';
import type { PlannedDelivery } from '#ports/ledger/ledger.ts';
import { storedJson } from './stored-json.ts';

/** A row of the table `delivery`. */
export const DeliveryRow = z
  .object({
    alert: storedJson<Alert>(),
    channel: z.string(),
    nonce: z.string(),
    planned_at: z.number(),
    delivery: storedJson<Delivery>(),
    interrupted: z.number(),
  })
  .transform(({ planned_at, interrupted, ...planned }) => ({
    planned: { ...planned, plannedAt: planned_at } satisfies PlannedDelivery,
    interrupted: interrupted !== 0,
  }));

const INSERT = `
  INSERT INTO delivery (key, server, alert, channel, nonce, planned_at, state, not_before, delivery)
  VALUES (?, ?, ?, ?, ?, ?, 'due', ?, ?)
  ON CONFLICT (key) DO NOTHING`;

/** On the wall clock: a new alert may go at once, whatever day it is on the market clock. */
const AT_ONCE = 0;

const FIRST_ATTEMPT: Delivery = { state: 'due', attempt: 1, notBefore: AT_ONCE };

/** Writes new deliveries inside a transaction of the caller; those whose key is known are left as they are. */
export function insertDeliveries(
  database: DatabaseSync,
  deliveries: readonly Omit<PlannedDelivery, 'delivery'>[],
): void {
  const insert = database.prepare(INSERT);
  for (const { alert, channel, nonce, plannedAt } of deliveries) {
    const first = canonicalJson(FIRST_ATTEMPT);
    insert.run(alert.key, alert.server, canonicalJson(alert), channel, nonce, plannedAt, AT_ONCE, first);
  }
}

/** Drops what was planned for a server and has surely not left: what was never tried. */
export function dropUnsent(
  database: DatabaseSync,
  server: string,
  { reason, at }: { readonly reason: string; readonly at: number },
): void {
  const dropped: Delivery = { state: 'dropped', at, reason };
  database
    .prepare(
      `UPDATE delivery SET state = 'dropped', delivery = ?
       WHERE server = ? AND state = 'due' AND interrupted = 0 AND delivery = ?`,
    )
    .run(canonicalJson(dropped), server, canonicalJson(FIRST_ATTEMPT));
}
