import type { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import { canonicalJson } from '#domain/canonical-json.ts';
import type { Decision } from '#domain/signal/decision.ts';
import type { Snapshot } from '#domain/signal/snapshot.ts';
import type { DecisionInputs, RecordedDecision } from '#ports/ledger/ledger.ts';
import { createSnapshotWriter } from './snapshot-rows.ts';
import { storedJson } from './stored-json.ts';

/** What stands in the column `inputs`: the snapshot has a table of its own, and a book may not have been given. */
type KeptInputs = Omit<DecisionInputs, 'snapshot' | 'book'> & Partial<Pick<DecisionInputs, 'book'>>;

/** A decision with its snapshot, as `SELECT_DECISION` gives it. */
export const DecisionRow = z
  .object({
    server: z.string(),
    recorded_at: z.number(),
    decision: storedJson<Decision>(),
    snapshot: storedJson<Snapshot>(),
    inputs: storedJson<KeptInputs>(),
  })
  .transform(({ recorded_at, snapshot, inputs, ...row }) => ({
    ...row,
    inputs: { ...inputs, snapshot, book: inputs.book },
    recordedAt: recorded_at,
  }));

export const SELECT_DECISION = `
  SELECT server, recorded_at, decision, snapshot.snapshot AS snapshot, inputs
  FROM decision JOIN snapshot ON snapshot.hash = decision.snapshot`;

const INSERT = `
  INSERT INTO decision (server, id, recorded_at, decision, snapshot, inputs) VALUES (?, ?, ?, ?, ?, ?)`;

/** @returns a function, to be called inside a transaction, that writes a decision with its inputs */
export function createDecisionWriter(database: DatabaseSync): (recorded: RecordedDecision) => void {
  const writeSnapshot = createSnapshotWriter(database);
  return ({ server, decision, inputs, recordedAt }) => {
    const { snapshot, book, ...others } = inputs;
    const kept: KeptInputs = { ...others, ...(book && { book }) };
    database
      .prepare(INSERT)
      .run(
        server,
        decision.id,
        recordedAt,
        canonicalJson(decision),
        writeSnapshot(snapshot),
        canonicalJson(kept),
      );
  };
}
