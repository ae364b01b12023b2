import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createBookLedger } from '../../../src/adapters/store/book-ledger.ts';
import { createDecisionLedger } from '../../../src/adapters/store/decision-ledger.ts';
import { createDeliveryLedger } from '../../../src/adapters/store/delivery-ledger.ts';
import { openDatabase } from '../../../src/adapters/store/open-database.ts';
import { createSettingsStore } from '../../../src/adapters/store/settings-store.ts';
import { StoreUnusable } from '../../../src/domain/problem.ts';
import { thresholds } from '../../../config/thresholds.ts';
import { aDecision } from '../../support/decision.ts';
import { deliveryOf, recordedOf } from '../../support/ledger-entries.ts';
import { aCondor, booked } from '../../support/lots.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const OWNER = { server: '1' };
/** Longer than what is left of any page. */
const LONG = 'x'.repeat(100_000);

async function opened(): Promise<DatabaseSync> {
  const database = openDatabase(join(await temporaryFolder(), 'steward.sqlite'));
  onTestFinished(() => database.close());
  return database;
}

/** As a disk without room: no page more than there are. */
function fill(database: DatabaseSync): void {
  const pages = database.prepare('PRAGMA page_count').get()?.['page_count'];
  database.exec(`PRAGMA max_page_count = ${Number(pages)}`);
}

function makeRoom(database: DatabaseSync): void {
  database.exec('PRAGMA max_page_count = 1000000');
}

describe('a store on a full disk', () => {
  it('keeps no part of a decision, and all of it once there is room', async () => {
    const database = await opened();
    const [decisions, deliveries] = [createDecisionLedger(database), createDeliveryLedger(database)];
    const { inputs, ...others } = recordedOf(aDecision());
    const snapshot = { ...inputs.snapshot, sessions: [LONG] };
    const entry = {
      recorded: { ...others, server: '1', inputs: { ...inputs, snapshot } },
      deliveries: [deliveryOf('a', '1')],
    };
    fill(database);
    await expect(decisions.record(entry)).rejects.toMatchObject({ constructor: StoreUnusable, why: 'full' });
    expect(await decisions.memory('1')).toBeUndefined();
    expect(await decisions.decisions('1', 5)).toEqual([]);
    expect(await deliveries.deliveries('1', 5)).toEqual([]);
    makeRoom(database);
    expect(await decisions.record(entry)).toBe('recorded');
    expect(await deliveries.deliveries('1', 5)).toHaveLength(1);
  });

  it('leaves a book as it was', async () => {
    const database = await opened();
    const book = createBookLedger(database);
    fill(database);
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
    fill(database);
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
});
