import { join } from 'node:path';
import type { ThresholdBook } from '#domain/settings/settings.ts';
import type { Ledger } from '#ports/ledger/ledger.ts';
import type { SettingsStore } from '#ports/ledger/settings-store.ts';
import { createBookLedger } from './book-ledger.ts';
import { createObservationLedger } from './observation-ledger.ts';
import { createDepartureLedger } from './departure-ledger.ts';
import { createDecisionLedger } from './decision-ledger.ts';
import { createDeliveryLedger } from './delivery-ledger.ts';
import { createMarkLedger } from './mark-ledger.ts';
import { createOrderLedger } from './order-ledger.ts';
import { openDatabase } from '#adapters/store/sqlite/open-database.ts';
import { createReplayLedger } from './replay-ledger.ts';
import { createManualPrintLedger, createPrintLedger } from './print-ledger.ts';
import { createRatioLedger } from './ratio-ledger.ts';
import { createReleaseLedger } from './release-ledger.ts';
import { createScoreLedger } from './score-ledger.ts';
import { createSettingsStore } from './settings-store.ts';
import { createSourceLedger } from './source-ledger.ts';
import { createChecklistLedger } from './checklist-ledger.ts';
import { createWorkLedger } from './work-ledger.ts';

/** Everything that the bot keeps, in one SQLite file that belongs to one process at a time. */
export type Store = {
  /** Unlike that of any other store; the same for as long as the file lives. */
  readonly id: string;
  readonly ledger: Ledger;
  readonly settings: SettingsStore;
  /** Lets go of the file, after what has begun has ended. May be called twice. */
  close(): Promise<void>;
};

/**
 * Opens the store in a folder, which is made where it is missing, with its parents.
 *
 * @param thresholds - reads and checks the settings that are kept
 * @throws StoreUnusable if another process has it, it is damaged, a newer version wrote it, or the folder cannot
 *   be read or written. The file is left as it was.
 */
export async function openStore(folder: string, thresholds: ThresholdBook): Promise<Store> {
  const database = openDatabase(join(folder, 'steward.sqlite'));
  const { id } = await database.db.selectFrom('identity').select('id').executeTakeFirstOrThrow();
  return {
    id,
    ledger: {
      ...createWorkLedger(database),
      ...createDecisionLedger(database, thresholds.defaults),
      ...createDepartureLedger(database),
      ...createDeliveryLedger(database),
      ...createPrintLedger(database),
      ...createReleaseLedger(database),
      ...createObservationLedger(database),
      ...createManualPrintLedger(database),
      ...createChecklistLedger(database),
      ...createReplayLedger(database),
      ...createScoreLedger(database),
      ...createRatioLedger(database),
      ...createBookLedger(database),
      ...createOrderLedger(database),
      ...createMarkLedger(database),
      ...createSourceLedger(database),
    },
    settings: createSettingsStore(database, thresholds),
    close: () => database.close(),
  };
}
