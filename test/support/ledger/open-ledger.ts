import { onTestFinished } from 'vitest';
import { thresholds } from '#config/thresholds.ts';
import { openStore } from '#adapters/store/open-store.ts';
import type { Ledger } from '#ports/ledger/ledger.ts';
import { temporaryFolder } from '#test/support/process/temporary-folder.ts';

/** An empty ledger as the product keeps it, gone when the test has finished. */
export async function openLedger(): Promise<Ledger> {
  const store = await openStore(await temporaryFolder(), thresholds);
  onTestFinished(() => store.close());
  return store.ledger;
}
