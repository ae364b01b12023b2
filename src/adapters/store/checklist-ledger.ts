import { sql } from 'kysely';
import { canonicalJson } from '#domain/canonical-json.ts';
import type { ChecklistNote, Tick } from '#domain/checklist/checklist.ts';
import type { ChecklistLedger } from '#ports/ledger/ledger.ts';
import { noteSchema, tickSchema } from '#adapters/store/schemas/checklist-schemas.ts';
import type { StoreDatabase, StoreTransaction } from './store-database.ts';
import { storedJson } from './stored-json.ts';

const readTick = storedJson<Tick>('tick', tickSchema);
const readNote = storedJson<ChecklistNote>('checklist_note', noteSchema);

/** Marks on checklists. An item is marked once: by whoever first saw a decision, until somebody takes it away. */
export function createChecklistLedger(database: StoreDatabase): ChecklistLedger {
  return {
    async mark(server, checklist, tick, ticked) {
      return database.transaction(async (trx) => {
        if (ticked) {
          await setTick(trx, { server, checklist }, tick);
        } else {
          await trx
            .deleteFrom('tick')
            .where('server', '=', server)
            .where('checklist', '=', checklist)
            .where('item', '=', tick.item)
            .execute();
        }
        return ticksOf(trx, server, checklist);
      });
    },

    async ticks(server, checklist) {
      return ticksOf(database.db, server, checklist);
    },

    async addNote(server, checklist, note) {
      await database.db
        .insertInto('checklist_note')
        .values({ server, checklist, note: canonicalJson(note) })
        .execute();
    },

    async notes(server, checklist) {
      const rows = await database.db
        .selectFrom('checklist_note')
        .select(['place', 'note'])
        .where('server', '=', server)
        .where('checklist', '=', checklist)
        .orderBy('place')
        .execute();
      return rows.map(({ place, note }) => readNote(note, place));
    },

    ...readItems(database),
  };
}

/** What stands beside one item, whichever checklist it belongs to. */
function readItems(database: StoreDatabase): Pick<ChecklistLedger, 'itemNotes' | 'itemTicks'> {
  return {
    async itemNotes(server, item, limit) {
      const rows = await database.db
        .selectFrom('checklist_note')
        .select(['place', 'checklist', 'note'])
        .where('server', '=', server)
        .where(sql<string>`CASE WHEN json_valid(note) THEN note ->> '$.item' END`, '=', item)
        .orderBy('place', 'desc')
        .limit(limit)
        .execute();
      return rows.map(({ place, checklist, note }) => ({ ...readNote(note, place), checklist }));
    },

    async itemTicks(server, item, limit) {
      const rows = await database.db
        .selectFrom('tick')
        .select(['checklist', 'tick'])
        .where('server', '=', server)
        .where('item', '=', item)
        .orderBy('at', 'desc')
        .limit(limit)
        .execute();
      return rows.map(({ checklist, tick }) => ({
        ...readTick(tick, `${server}/${checklist}/${item}`),
        checklist,
      }));
    },
  };
}

/** A mark that saw another decision than the one that is there takes its place. */
async function setTick(
  trx: StoreTransaction,
  key: { readonly server: string; readonly checklist: string },
  tick: Tick,
): Promise<void> {
  const row = { at: tick.at, seen: tick.seen?.decisionId ?? null, tick: canonicalJson(tick) };
  await trx
    .insertInto('tick')
    .values({ ...key, item: tick.item, ...row })
    .onConflict((conflict) =>
      conflict
        .columns(['server', 'checklist', 'item'])
        .doUpdateSet(row)
        .where('tick.seen', 'is distinct from', row.seen),
    )
    .execute();
}

async function ticksOf(
  db: StoreTransaction | StoreDatabase['db'],
  server: string,
  checklist: string,
): Promise<readonly Tick[]> {
  const rows = await db
    .selectFrom('tick')
    .select(['item', 'tick'])
    .where('server', '=', server)
    .where('checklist', '=', checklist)
    .orderBy('at')
    .orderBy('item')
    .execute();
  return rows.map(({ item, tick }) => readTick(tick, `${server}/${checklist}/${item}`));
}
