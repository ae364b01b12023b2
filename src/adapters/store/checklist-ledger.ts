import type { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import { canonicalJson } from '#domain/canonical-json.ts';
import type { ChecklistNote, Tick } from '#domain/checklist/checklist.ts';
import type { ChecklistLedger } from '#ports/ledger/ledger.ts';
import { storedJson } from './stored-json.ts';
import { inTransaction } from './transaction.ts';

const Row = z.object({ tick: storedJson<Tick>() }).transform(({ tick }) => tick);

const SELECT = 'SELECT tick FROM tick WHERE server = ? AND checklist = ? ORDER BY at, item';

const SET = `
  INSERT INTO tick (server, checklist, item, at, tick) VALUES (?, ?, ?, ?, ?)
  ON CONFLICT (server, checklist, item) DO UPDATE SET at = excluded.at, tick = excluded.tick
  WHERE tick.tick ->> '$.seen.decisionId' IS NOT excluded.tick ->> '$.seen.decisionId'`;

const NoteRow = z.object({ note: storedJson<ChecklistNote>() }).transform(({ note }) => note);

/** Marks on checklists. An item is marked once: by whoever first saw a decision, until somebody takes it away. */
export function createChecklistLedger(database: DatabaseSync): ChecklistLedger {
  function ticks(server: string, checklist: string): readonly Tick[] {
    return z.array(Row).parse(database.prepare(SELECT).all(server, checklist));
  }

  return {
    async mark(server, checklist, tick, ticked) {
      return inTransaction(database, () => {
        if (ticked) {
          database.prepare(SET).run(server, checklist, tick.item, tick.at, canonicalJson(tick));
        } else {
          database
            .prepare('DELETE FROM tick WHERE server = ? AND checklist = ? AND item = ?')
            .run(server, checklist, tick.item);
        }
        return ticks(server, checklist);
      });
    },

    async ticks(server, checklist) {
      return ticks(server, checklist);
    },

    async addNote(server, checklist, note) {
      inTransaction(database, () =>
        database
          .prepare('INSERT INTO checklist_note (server, checklist, note) VALUES (?, ?, ?)')
          .run(server, checklist, canonicalJson(note)),
      );
    },

    async notes(server, checklist) {
      const rows = database
        .prepare('SELECT note FROM checklist_note WHERE server = ? AND checklist = ? ORDER BY place')
        .all(server, checklist);
      return z.array(NoteRow).parse(rows);
    },
  };
}
