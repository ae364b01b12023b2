import type { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import { canonicalJson } from '#domain/canonical-json.ts';
import type { DueWork, WorkState } from '#domain/releases/due-work.ts';
import type { PlannedWork, WorkLedger } from '#ports/ledger/ledger.ts';
import { storedJson } from './stored-json.ts';
import { inTransaction } from './transaction.ts';

const Row = z.object({ work: storedJson<DueWork>(), standing: storedJson<WorkState>() });

const PLAN = `
  INSERT INTO work (id, due_at, work, state, not_before, standing)
  VALUES (:id, :at, :work, 'due', :at, :standing)
  ON CONFLICT (id) DO UPDATE
    SET due_at = excluded.due_at, work = excluded.work,
        state = excluded.state, not_before = excluded.not_before, standing = excluded.standing
    WHERE work.state = 'due' AND excluded.due_at <> work.due_at
      OR work.state IN ('done', 'skipped', 'missed') AND excluded.due_at > work.work ->> 'validUntil'`;

const NEXT = `
  SELECT work, standing FROM work WHERE state = 'due' AND not_before <= ? ORDER BY due_at, place LIMIT ?`;

const SETTLE = 'UPDATE work SET state = ?, not_before = ?, standing = ? WHERE id = ?';

const RECLAIM = `
  UPDATE work SET state = 'due', standing = json_object('notBefore', not_before, 'state', 'due')
  WHERE state = 'claimed'`;

const BETWEEN = 'SELECT work, standing FROM work WHERE due_at BETWEEN ? AND ? ORDER BY due_at, place';

/** Planned work in a table of its own. */
export function createWorkLedger(database: DatabaseSync): WorkLedger {
  const { claim, settle } = createClaims(database);

  return {
    async plan(work) {
      inTransaction(database, () => {
        const plan = database.prepare(PLAN);
        for (const piece of work) {
          const standing: WorkState = { state: 'due', notBefore: piece.dueAt };
          plan.run({
            id: piece.id,
            at: piece.dueAt,
            work: canonicalJson(piece),
            standing: canonicalJson(standing),
          });
        }
      });
    },

    async claimWork(now) {
      return inTransaction(database, () => {
        const row = database.prepare(NEXT).get(now, 1);
        return row && claim(Row.parse(row), now);
      });
    },

    async claimBacklog(now, { least, most }) {
      return inTransaction(database, () => {
        const rows = database.prepare(NEXT).all(now, most);
        return rows.length < least ? [] : rows.map((row) => claim(Row.parse(row), now));
      });
    },

    async settleWork(id, state) {
      inTransaction(database, () => settle(id, state));
    },

    async settleAll(settled) {
      inTransaction(database, () => settled.forEach((state, id) => settle(id, state)));
    },

    async reclaimWork() {
      inTransaction(database, () => database.prepare(RECLAIM).run());
    },

    async nextWorkAt() {
      const next = database.prepare(`SELECT min(not_before) AS at FROM work WHERE state = 'due'`).get();
      return z.object({ at: z.number().nullable() }).parse(next).at ?? undefined;
    },

    async work(from, until) {
      return z.array(Row).parse(database.prepare(BETWEEN).all(from, until));
    },
  };
}

/** Hands pieces out and takes them back, inside a transaction of the caller. */
function createClaims(database: DatabaseSync): {
  readonly claim: (planned: PlannedWork, now: number) => DueWork;
  readonly settle: (id: string, state: WorkState) => void;
} {
  const settling = database.prepare(SETTLE);

  function claim({ work, standing }: PlannedWork, now: number): DueWork {
    const notBefore = 'notBefore' in standing ? standing.notBefore : work.dueAt;
    settle(work.id, { state: 'claimed', since: now, notBefore });
    return work;
  }

  function settle(id: string, state: WorkState): void {
    const notBefore = 'notBefore' in state ? state.notBefore : 0;
    const { changes } = settling.run(state.state, notBefore, canonicalJson(state), id);
    if (changes === 0) {
      throw new Error(`there is no work ${id}`);
    }
  }

  return { claim, settle };
}
