import type { Generated } from 'kysely';
import type { Delivery } from '#domain/delivery/delivery.ts';
import type { WorkState } from '#domain/releases/due-work.ts';

/**
 * The columns of every table, as both stores have them.
 *
 * `place` counts rows in the order of writing. Text named like its table is the canonical JSON of one of our own types.
 * Instants are epoch milliseconds (UTC); yes and no are 1 and 0; `version` counts the writes of a row.
 */
export type Tables = {
  identity: { id: string };
  keyv: { namespace: string; key: string; value: string; version: number };
  work: WorkTable;
  snapshot: { hash: string; snapshot: string };
  decision: DecisionTable;
  memory: { server: string; memory: string; programme: string; version: number };
  delivery: DeliveryTable;
  print: { release: string; received_at: number; print: string };
  revision: Placed & { release: string; print: string };
  manual_print: Placed & { server: string; release: string; print: string };
  release_change: Placed & { release: string; change: string };
  calendar_reading: Placed & { reading: string };
  poll: Placed & { release: string; source: string; kind: string; shown: number; poll: string };
  /** `server`: whose stewards typed it in; null for what counts everywhere. */
  forecast: Placed & { release: string; source: string; server: string | null; forecast: string };
  /** `seen`: the decision that it was set on; null where nobody said. */
  tick: { server: string; checklist: string; item: string; at: number; seen: string | null; tick: string };
  checklist_note: Placed & { server: string; checklist: string; note: string };
  score: { server: string; decision: string; horizon: number; session: string; score: string };
  /** `after_delivery`: place of the delivery that was planned last before it. */
  ratio_override: Placed & { server: string; after_delivery: number; entry: string };
  /** `loose`: multiplier that fills in percent have added. */
  order_book: { server: string; loose: number; version: number };
  step_order: Placed & { server: string; id: string; is_open: number; step_order: string };
  /** What a person has pressed or typed once: it counts once. */
  order_act: { server: string; interaction: string };
  departure: { server: string; at: number };
  /** `member` is empty for a server's own book. `revision` counts acts with events, `version` all of them. */
  book: { server: string; member: string; revision: number; version: number };
  lot: Placed & { server: string; member: string; id: string; is_open: number; lot: string };
  lot_event: Placed & { server: string; member: string; id: string; event: string };
  proposal: Placed & { server: string; id: string; is_pending: number; proposal: string };
  mark: Placed & { server: string; subject: string; is_removed: number; mark: string };
  source: { name: string; standing: string };
  /** Where a replay stands: one row at most. */
  place: { one: number; episode: string; instant: number };
};

type Placed = { place: Generated<number> };

/** `changed_at`: when it was claimed or has ended. */
type WorkTable = Placed & {
  id: string;
  due_at: number;
  valid_until: number;
  work: string;
  state: WorkState['state'];
  not_before: number;
  changed_at: number | null;
  is_late: number | null;
  reason: string | null;
};

/** `snapshot` is the hash of one; `recommends`: whether it adopts a step. */
type DecisionTable = Placed & {
  server: string;
  id: string;
  recorded_at: number;
  decision: string;
  snapshot: string;
  inputs: string;
  recommends: number;
};

/** `changed_at`: when it was claimed, sent or dropped. `message`: Discord's id of what was sent. */
type DeliveryTable = Placed & {
  key: string;
  server: string;
  alert: string;
  channel: string;
  nonce: string;
  planned_at: number;
  state: Delivery['state'];
  not_before: number;
  attempt: number;
  changed_at: number | null;
  message: string | null;
  reason: string | null;
  interrupted: Generated<number>;
};
