import { thresholds } from '#config/thresholds.ts';
import { createInMemorySourceLedger } from '#adapters/cache/in-memory-source-ledger.ts';
import { examineStore } from '#adapters/store/sqlite/examine-store.ts';
import { openStore } from '#adapters/store/open-store.ts';
import type { Ledger } from '#ports/ledger/ledger.ts';
import type { SourceLedger } from '#ports/ledger/source-ledger.ts';

/** The bot's store for somebody who only looks in. */
export type QuietStore = {
  readonly checkup: ReturnType<typeof examineStore>;
  /** Where it is remembered what sources were asked: the bot's own, so that these questions count too. */
  readonly sources: SourceLedger;
  /** Absent where there is no store, or it is in use or of another version. */
  readonly ledger?: Ledger;
  close(): Promise<void>;
};

/** Opens the store in a folder if it is there, free and of this version; else it is left alone, and none is made. */
export async function openQuietStore(folder: string): Promise<QuietStore> {
  const checkup = examineStore(folder);
  if (checkup.state !== 'usable' || checkup.version !== checkup.newest) {
    return { checkup, sources: createInMemorySourceLedger(), close: async () => undefined };
  }
  const store = await openStore(folder, thresholds);
  return { checkup, sources: store.ledger, ledger: store.ledger, close: () => store.close() };
}
