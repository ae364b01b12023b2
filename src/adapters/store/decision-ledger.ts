import { createHash } from 'node:crypto';
import { canonicalJson } from '#domain/canonical-json.ts';
import type { Decision } from '#domain/signal/decision.ts';
import type { Settings } from '#domain/settings/settings.ts';
import type { Snapshot } from '#domain/signal/snapshot.ts';
import type { DecisionLedger, RecordedDecision } from '#ports/ledger/ledger.ts';
import { dropUnsent, insertDeliveries } from './delivery-ledger.ts';
import { readMemory, writeMemory } from './memory-rows.ts';
import { decisionSchema } from '#adapters/store/schemas/decision-schemas.ts';
import { completed, inputsSchema, type StoredInputs } from '#adapters/store/schemas/inputs-schema.ts';
import { snapshotSchema } from '#adapters/store/schemas/snapshot-schema.ts';
import type { StoreDatabase, StoreTransaction } from './store-database.ts';
import { storedJson } from './stored-json.ts';

const readDecision = storedJson<Decision>('decision', decisionSchema);
const readSnapshot = storedJson<Snapshot>('snapshot', snapshotSchema);
const readInputs = storedJson<StoredInputs>('decision', inputsSchema);

/**
 * Decisions with what they were made of, and what each server remembers.
 *
 * @param defaults - stand in for settings that there were not yet when a decision was made
 */
export function createDecisionLedger(database: StoreDatabase, defaults: Settings): DecisionLedger {
  const textOf = createSnapshotTexts();
  return {
    async memory(server) {
      return (await readMemory(database.db, server))?.memory;
    },

    async record({ recorded, deliveries, supersedes }) {
      const { server, decision, recordedAt } = recorded;
      const snapshot = textOf(recorded.inputs.snapshot);
      return database.transaction(async (trx) => {
        await trx
          .insertInto('snapshot')
          .values({ hash: snapshot.hash, snapshot: snapshot.text })
          .onConflict((conflict) => conflict.column('hash').doNothing())
          .execute();
        if (!(await insertDecision(trx, recorded, snapshot.hash))) {
          return 'already';
        }
        if (supersedes !== undefined) {
          await dropUnsent(trx, server, { reason: supersedes, at: recordedAt });
        }
        await writeMemory(trx, server, decision.memory);
        await insertDeliveries(trx, deliveries);
        return 'recorded';
      });
    },

    decision: (server, id) => readRecorded(database, { server, id }, defaults),

    async decisions(server, limit) {
      const rows = await database.db
        .selectFrom('decision')
        .select(['id', 'decision'])
        .where('server', '=', server)
        .orderBy('place', 'desc')
        .limit(limit)
        .execute();
      return rows.map(({ id, decision }) => readDecision(decision, id));
    },
  };
}

async function readRecorded(
  { db }: StoreDatabase,
  { server, id }: { readonly server: string; readonly id: string },
  defaults: Settings,
): Promise<RecordedDecision | undefined> {
  const row = await db
    .selectFrom('decision')
    .innerJoin('snapshot', 'snapshot.hash', 'decision.snapshot')
    .select(['decision.decision', 'decision.inputs', 'decision.recorded_at'])
    .select(['snapshot.hash', 'snapshot.snapshot'])
    .where('decision.server', '=', server)
    .where('decision.id', '=', id)
    .executeTakeFirst();
  if (!row) {
    return undefined;
  }
  const { settings, ...inputs } = readInputs(row.inputs, id);
  return {
    server,
    decision: readDecision(row.decision, id),
    inputs: {
      ...inputs,
      book: inputs.book,
      settings: completed(settings, defaults),
      snapshot: readSnapshot(row.snapshot, row.hash),
    },
    recordedAt: row.recorded_at,
  };
}

/** Whether it was written: a server has each decision once. */
async function insertDecision(
  trx: StoreTransaction,
  { server, decision, inputs, recordedAt }: RecordedDecision,
  snapshot: string,
): Promise<boolean> {
  const { snapshot: _, book, ...others } = inputs;
  const stored: StoredInputs = { ...others, ...(book && { book }) };
  const row = await trx
    .insertInto('decision')
    .values({
      server,
      id: decision.id,
      recorded_at: recordedAt,
      decision: canonicalJson(decision),
      snapshot,
      inputs: canonicalJson(stored),
      recommends: decision.adopts ? 1 : 0,
    })
    .onConflict((conflict) => conflict.columns(['server', 'id']).doNothing())
    .returning('place')
    .executeTakeFirst();
  return row !== undefined;
}

/** The text of a snapshot and its hash, made once: it is large, and all servers of an evaluation share it. */
function createSnapshotTexts(): (snapshot: Snapshot) => { readonly hash: string; readonly text: string } {
  const texts = new WeakMap<Snapshot, { readonly hash: string; readonly text: string }>();
  return (snapshot) => {
    const known = texts.get(snapshot) ?? hashed(snapshot);
    texts.set(snapshot, known);
    return known;
  };
}

function hashed(snapshot: Snapshot): { readonly hash: string; readonly text: string } {
  const text = canonicalJson(snapshot);
  return { hash: createHash('sha256').update(text).digest('base64url'), text };
}
