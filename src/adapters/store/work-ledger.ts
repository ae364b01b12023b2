import type { ExpressionBuilder, Selectable, SelectQueryBuilder } from 'kysely';
import { canonicalJson } from '#domain/canonical-json.ts';
import { StoredRowDamaged } from '#domain/problem.ts';
import type { DueWork, WorkState } from '#domain/releases/due-work.ts';
import type { PlannedWork, WorkLedger } from '#ports/ledger/ledger.ts';
import { dueWorkSchema, workStateSchema } from '#adapters/store/schemas/work-schemas.ts';
import { slices, type StoreDatabase, type StoreTransaction } from './store-database.ts';
import { checkedRow, storedJson } from './stored-json.ts';
import type { Tables } from './tables.ts';

type WorkRow = Selectable<Tables['work']>;

const readWork = storedJson<DueWork>('work', dueWorkSchema);

/** Planned work in a table of its own. */
export function createWorkLedger(database: StoreDatabase): WorkLedger {
  return {
    async plan(work) {
      await database.transaction(async (trx) => {
        for (const slice of slices(work)) {
          await upsert(trx, slice);
        }
      });
    },

    claimWork: (now) => claimEarliest(database, now),
    claimBacklog: (now, size) => claimBacklog(database, now, size),

    async settleWork(id, state) {
      await settle(database.db, id, state);
    },

    async settleAll(settled) {
      await database.transaction(async (trx) => {
        for (const [id, state] of settled) {
          await settle(trx, id, state);
        }
      });
    },

    async reclaimWork() {
      await database.db
        .updateTable('work')
        .set({ state: 'due', changed_at: null })
        .where('state', '=', 'claimed')
        .execute();
    },

    async nextWorkAt() {
      const next = await database.db
        .selectFrom('work')
        .select(({ fn }) => fn.min('not_before').as('at'))
        .where('state', '=', 'due')
        .executeTakeFirst();
      return next?.at ?? undefined;
    },

    async work(from, until) {
      const rows = await database.db
        .selectFrom('work')
        .selectAll()
        .where('due_at', '>=', from)
        .where('due_at', '<=', until)
        .orderBy('due_at')
        .orderBy('place')
        .execute();
      return rows.map(plannedOf);
    },
  };
}

async function upsert(trx: StoreTransaction, work: readonly DueWork[]): Promise<void> {
  await trx
    .insertInto('work')
    .values(work.map(rowOf))
    .onConflict((conflict) =>
      conflict
        .column('id')
        .doUpdateSet((eb) => ({
          due_at: eb.ref('excluded.due_at'),
          valid_until: eb.ref('excluded.valid_until'),
          work: eb.ref('excluded.work'),
          state: eb.ref('excluded.state'),
          not_before: eb.ref('excluded.not_before'),
          changed_at: null,
          is_late: null,
          reason: null,
        }))
        .where(mayBePlannedAgain),
    )
    .execute();
}

/** Another instant moves a piece that is due, and one that has ended if it lies after its validity. */
function mayBePlannedAgain(
  eb: ExpressionBuilder<Tables & { excluded: Tables['work'] }, 'work' | 'excluded'>,
) {
  return eb.or([
    eb.and([eb('work.state', '=', 'due'), eb('excluded.due_at', '<>', eb.ref('work.due_at'))]),
    eb.and([
      eb('work.state', 'in', ['done', 'skipped', 'missed']),
      eb('excluded.due_at', '>', eb.ref('work.valid_until')),
    ]),
  ]);
}

async function claimEarliest(database: StoreDatabase, now: number): Promise<DueWork | undefined> {
  for (;;) {
    const row = await database.db
      .updateTable('work')
      .set({ state: 'claimed', changed_at: now })
      .where('place', '=', (eb) => dueBy(eb, now).limit(1))
      // Another process may have been quicker: its piece is left to it.
      .where('state', '=', 'due')
      .returning(['id', 'work'])
      .executeTakeFirst();
    const [piece] = row ? await readable(database, [row], now) : [];
    if (piece || !(await hasDue(database, now))) {
      return piece;
    }
  }
}

async function claimBacklog(
  database: StoreDatabase,
  now: number,
  { least, most }: { readonly least: number; readonly most: number },
): Promise<readonly DueWork[]> {
  const rows = await database.transaction(async (trx) => {
    const due = await dueBy(trx, now).limit(most).execute();
    const claimed: Pick<WorkRow, 'id' | 'work' | 'due_at' | 'place'>[] = [];
    for (const slice of due.length < least ? [] : slices(due)) {
      const update = trx
        .updateTable('work')
        .set({ state: 'claimed', changed_at: now })
        .where(
          'place',
          'in',
          slice.map(({ place }) => place),
        )
        .where('state', '=', 'due')
        .returning(['id', 'work', 'due_at', 'place']);
      claimed.push(...(await update.execute()));
    }
    return claimed;
  });
  const inOrder = rows.toSorted((a, b) => a.due_at - b.due_at || a.place - b.place);
  return readable(database, inOrder, now);
}

/** Pieces that were claimed; one that cannot be read is put aside, so that it stands in nobody's way. */
async function readable(
  { db }: StoreDatabase,
  rows: readonly Pick<WorkRow, 'id' | 'work'>[],
  now: number,
): Promise<readonly DueWork[]> {
  const pieces: DueWork[] = [];
  for (const { id, work } of rows) {
    try {
      pieces.push(readWork(work, id));
    } catch (error) {
      if (!(error instanceof StoredRowDamaged)) {
        throw error;
      }
      await settle(db, id, { state: 'skipped', at: now, reason: error.message });
    }
  }
  return pieces;
}

/** The earliest first. */
function dueBy(from: { selectFrom(table: 'work'): SelectQueryBuilder<Tables, 'work', object> }, now: number) {
  return from
    .selectFrom('work')
    .select('place')
    .where('state', '=', 'due')
    .where('not_before', '<=', now)
    .orderBy('due_at')
    .orderBy('place');
}

async function hasDue({ db }: StoreDatabase, now: number): Promise<boolean> {
  return (await dueBy(db, now).limit(1).executeTakeFirst()) !== undefined;
}

async function settle(
  db: StoreTransaction | StoreDatabase['db'],
  id: string,
  state: WorkState,
): Promise<void> {
  const row = await db
    .updateTable('work')
    .set(columnsOf(state))
    .where('id', '=', id)
    .returning('place')
    .executeTakeFirst();
  if (!row) {
    throw new Error(`there is no work ${id}`);
  }
}

type Columns = Pick<WorkRow, 'state' | 'not_before' | 'changed_at' | 'is_late' | 'reason'>;

function rowOf(work: DueWork): Omit<WorkRow, 'place'> {
  const { id, dueAt, validUntil } = work;
  const columns = columnsOf({ state: 'due', notBefore: dueAt });
  return { id, due_at: dueAt, valid_until: validUntil, work: canonicalJson(work), ...columns };
}

function columnsOf(state: WorkState): Columns {
  const none = { not_before: 0, changed_at: null, is_late: null, reason: null };
  switch (state.state) {
    case 'due':
      return { ...none, state: state.state, not_before: state.notBefore };
    case 'claimed':
      return { ...none, state: state.state, not_before: state.notBefore, changed_at: state.since };
    case 'done':
      return { ...none, state: state.state, changed_at: state.at, is_late: Number(state.late) };
    case 'skipped':
      return { ...none, state: state.state, changed_at: state.at, reason: state.reason };
    case 'missed':
      return { ...none, state: state.state, changed_at: state.at };
  }
}

function plannedOf({ id, work, ...row }: WorkRow): PlannedWork {
  return { work: readWork(work, id), status: checkedRow('work', workStateSchema, id, stateOf(row)) };
}

function stateOf({ state, not_before, changed_at, is_late, reason }: Columns): unknown {
  switch (state) {
    case 'due':
      return { state, notBefore: not_before };
    case 'claimed':
      return { state, since: changed_at, notBefore: not_before };
    case 'done':
      return { state, at: changed_at, late: is_late === 1 };
    case 'skipped':
      return { state, at: changed_at, reason };
    case 'missed':
      return { state, at: changed_at };
  }
}
