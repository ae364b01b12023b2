import { join } from 'node:path';
import { sql } from 'kysely';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createBookLedger } from '#adapters/store/book-ledger.ts';
import { createDecisionLedger } from '#adapters/store/decision-ledger.ts';
import { createDeliveryLedger } from '#adapters/store/delivery-ledger.ts';
import { openDatabase } from '#adapters/store/sqlite/open-database.ts';
import type { StoreDatabase } from '#adapters/store/store-database.ts';
import { createReplayLedger } from '#adapters/store/replay-ledger.ts';
import { createSettingsStore } from '#adapters/store/settings-store.ts';
import { createWorkLedger } from '#adapters/store/work-ledger.ts';
import type { DueWork } from '#domain/releases/due-work.ts';
import { StoreUnusable } from '#domain/problem.ts';
import { thresholds } from '#config/thresholds.ts';
import { aDecision } from '#test/support/engine/decision.ts';
import { deliveryOf, recordedOf } from '#test/support/ledger/ledger-entries.ts';
import { aCondor, booked } from '#test/support/book/lots.ts';
import { temporaryFolder } from '#test/support/process/temporary-folder.ts';

const OWNER = { server: '1' };
/** Longer than what is left of any page. */
const LONG = 'x'.repeat(100_000);

const FULL = { constructor: StoreUnusable, why: 'full' };
const NOW = 1_000;
const WORK: DueWork = { id: 'a', kind: 'close', session: '2014-09-23', dueAt: NOW, validUntil: NOW };

async function opened(): Promise<StoreDatabase> {
  const database = openDatabase(join(await temporaryFolder(), 'steward.sqlite'));
  onTestFinished(() => database.close());
  return database;
}

/** As a disk without room: no page more than there are. */
async function fill({ db }: StoreDatabase): Promise<void> {
  const { rows } = await sql<{ page_count: number }>`PRAGMA page_count`.execute(db);
  await sql.raw(`PRAGMA max_page_count = ${Number(rows[0]?.page_count)}`).execute(db);
}

/** From now on each change of a row takes room, as it does in the log of a real disk. */
async function weighDown({ db }: StoreDatabase, table: 'work' | 'delivery'): Promise<void> {
  await sql`CREATE TABLE weight (bytes)`.execute(db);
  await sql
    .raw(
      `CREATE TRIGGER heavier AFTER UPDATE ON ${table}
       BEGIN INSERT INTO weight VALUES (zeroblob(${LONG.length})); END`,
    )
    .execute(db);
}

async function makeRoom({ db }: StoreDatabase): Promise<void> {
  await sql`PRAGMA max_page_count = 1000000`.execute(db);
}

describe('a store on a full disk', () => {
  it('keeps no part of a decision, and all of it once there is room', async () => {
    const database = await opened();
    const [decisions, deliveries] = [
      createDecisionLedger(database, thresholds.defaults),
      createDeliveryLedger(database),
    ];
    const { inputs, ...others } = recordedOf(aDecision());
    const snapshot = { ...inputs.snapshot, sessions: [LONG] };
    const entry = {
      recorded: { ...others, server: '1', inputs: { ...inputs, snapshot } },
      deliveries: [deliveryOf('a', '1')],
    };
    await fill(database);
    await expect(decisions.record(entry)).rejects.toMatchObject({ constructor: StoreUnusable, why: 'full' });
    expect(await decisions.memory('1')).toBeUndefined();
    expect(await decisions.decisions('1', 5)).toEqual([]);
    expect(await deliveries.deliveries('1', 5)).toEqual([]);
    await makeRoom(database);
    expect(await decisions.record(entry)).toBe('recorded');
    expect(await deliveries.deliveries('1', 5)).toHaveLength(1);
  });

  it('leaves a book as it was', async () => {
    const database = await opened();
    const book = createBookLedger(database);
    await fill(database);
    const write = {
      lots: [booked(aCondor({ id: LONG }))],
      events: [],
      proposals: [],
    };
    await expect(book.changeBook(OWNER, () => ({ write, result: 0 }))).rejects.toThrow(StoreUnusable);
    expect(await book.openLots(OWNER)).toEqual({ revision: 0, open: [] });
  });

  it('leaves settings as they were, and says so', async () => {
    const database = await opened();
    const settings = createSettingsStore(database, thresholds);
    await fill(database);
    let failure: unknown;
    for (let round = 0; round < 200 && failure === undefined; round++) {
      const values = [{ key: 'ratio.base', text: round % 2 === 0 ? '0.65' : '0.60' } as const];
      const change = settings.change(`${round}`, { by: 'ann', at: 1, values });
      failure = await change.then(
        () => undefined,
        (error: unknown) => error,
      );
      if (failure !== undefined) {
        expect((await settings.read(`${round}`)).version).toBe(0);
      }
    }
    expect(failure).toMatchObject({ constructor: StoreUnusable, why: 'full' });
  });

  it('leaves planned work claimed whether it is settled or taken back, and says so', async () => {
    const database = await opened();
    const ledger = createWorkLedger(database);
    await ledger.plan([WORK]);
    await ledger.claimWork(NOW);
    await weighDown(database, 'work');
    await fill(database);
    const done = { state: 'done', at: NOW, late: false } as const;
    await expect(ledger.settleWork(WORK.id, done)).rejects.toMatchObject(FULL);
    await expect(ledger.reclaimWork()).rejects.toMatchObject(FULL);
    expect(await ledger.work(0, NOW)).toMatchObject([{ status: { state: 'claimed' } }]);
    await makeRoom(database);
    await ledger.reclaimWork();
    expect(await ledger.claimWork(NOW)).toEqual(WORK);
  });

  it('leaves an alert under way as it is when it cannot be taken back, and says so', async () => {
    const database = await opened();
    const ledger = createDeliveryLedger(database);
    await ledger.planDeliveries([deliveryOf('a', '1')]);
    await ledger.claimDelivery(NOW);
    await weighDown(database, 'delivery');
    await fill(database);
    await expect(ledger.reclaimDeliveries()).rejects.toMatchObject(FULL);
    expect(await ledger.deliveries('1', 5)).toMatchObject([{ delivery: { state: 'sending' } }]);
    await makeRoom(database);
    await ledger.reclaimDeliveries();
    expect(await ledger.claimDelivery(NOW)).toMatchObject({ interrupted: true });
  });

  it('keeps the place where a replay stood, and says so', async () => {
    const database = await opened();
    const ledger = createReplayLedger(database);
    await ledger.saveReplayPosition('2014', 1);
    await fill(database);
    await expect(ledger.saveReplayPosition(LONG, 2)).rejects.toMatchObject(FULL);
    expect(await ledger.replayPosition()).toEqual({ episode: '2014', instant: 1 });
  });
});
